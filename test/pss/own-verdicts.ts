import { compileRule } from '../../src/controls/compile-rule.ts'
import { selectFrameworks } from '../../src/controls/frameworks/select-frameworks.ts'
import { registry } from '../../src/controls/registry.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { podViews } from '../../src/estate/workload.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import { Evaluator } from '../../src/scan/evaluate.ts'
import type { Failure } from '../../src/scan/failure.ts'
import type { Level, Verdict } from './oracle.ts'

const levels: readonly Level[] = ['baseline', 'restricted']

/** What Bulwark says of pods, in the form of the oracle: every level and version asked for in one evaluation. */
export class OwnVerdicts {
  readonly #selected
  readonly #evaluator: Evaluator

  constructor(minors: readonly number[]) {
    const names = minors.flatMap((minor) => levels.map((level) => `pss-${level}@1.${minor}`))
    const { selected, minor, problems } = selectFrameworks(names)
    if (problems.length > 0) throw new Error(problems.join())
    this.#selected = selected
    this.#evaluator = new Evaluator(
      buildPlan({
        frameworks: selected,
        controls: registry.controls,
        only: new Set(),
        minor,
        severities: {},
        lowest: 'low',
        compile: compileRule
      })
    )
  }

  /** In the order of the versions asked for, baseline before restricted. */
  of(resource: Resource): Verdict[] {
    const failures = this.#evaluator.evaluate(resource, podViews(resource))
    for (const { unknown, planned } of failures) {
      if (unknown !== null) throw new Error(`${planned.control.id} cannot decide: ${unknown}`)
    }
    return this.#selected.map(({ framework, version, label, minor }) => ({
      level: framework.name === 'pss-baseline' ? 'baseline' : 'restricted',
      minor,
      failed: checksFailed(failures, label, (failure) => framework.itemsOf(failure.planned.control, version))
    }))
  }
}

function checksFailed(
  failures: readonly Failure[],
  label: string,
  checksOf: (failure: Failure) => readonly string[]
): string[] {
  const failing = failures.filter(({ fails }) => fails.frameworks.includes(label))
  return [...new Set(failing.flatMap(checksOf))].sort()
}
