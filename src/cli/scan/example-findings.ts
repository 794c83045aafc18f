import { defaultSettings } from '../../controls/analysis.ts'
import { compileRule } from '../../controls/compile-rule.ts'
import type { Control, ControlExample } from '../../controls/control.ts'
import { newestMinor, parseMinor } from '../../controls/kubernetes-version.ts'
import type { Registry } from '../../controls/registry.ts'
import { builtInWorkloads } from '../../estate/workload-kinds.ts'
import { ExceptionBook } from '../../exceptions/book.ts'
import { exceptionKind } from '../../exceptions/granted.ts'
import { buildPlan } from '../../scan/build-plan.ts'
import type { Finding } from '../../scan/finding.ts'
import { Scan } from '../../scan/scan.ts'
import { readText } from '../../sources/read-text.ts'

/** What a control finds in one of its examples, and what of the example cannot be read. */
export interface ExampleOutcome {
  readonly findings: readonly Finding[]
  readonly troubles: readonly string[]
}

/** The minor version of Kubernetes at which an example is judged. */
export function exampleMinor({ version }: ControlExample): number {
  return version === null ? newestMinor : (parseMinor(version) ?? newestMinor)
}

/**
 * Judges an example by its control alone.
 * @param registry All controls that there are.
 */
export function exampleFindings(control: Control, example: ControlExample, registry: Registry): ExampleOutcome {
  // Whether an exception is needed, the controls say that it is about.
  const judging = control.analyse?.reads.includes(exceptionKind) ? registry.controls : [control]
  const plan = buildPlan({
    frameworks: [],
    // Which level of Pod Security a pod is fit for, others say as well.
    controls: registry.controls.includes(control) ? registry.controls : [...registry.controls, control],
    only: new Set(judging.map(({ id }) => id)),
    minor: exampleMinor(example),
    severities: {},
    settings: { ...defaultSettings, ...control.examples.settings },
    lowest: 'low',
    compile: compileRule
  })
  const findings: Finding[] = []
  const filter = { namespaces: new Set<string>(), kinds: new Set<string>(), passes: false }
  const inline = new Set(registry.controls.map(({ id }) => id))
  const tolerated = { book: new ExceptionBook(new Date()), inline, baseline: null }
  const scan = new Scan(plan, builtInWorkloads, filter, { add: (some) => findings.push(...some) }, tolerated)
  const unit = readText('example.yaml', example.manifest, true)
  scan.add(unit)
  scan.finish(() => example.manifest)
  const troubles = [...unit.errors.map(({ message }) => message), ...unit.skipped.map(({ reason }) => reason)]
  return { findings: findings.filter((finding) => finding.control === control.id), troubles }
}
