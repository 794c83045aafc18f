import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compileRule } from '../../src/controls/compile-rule.ts'
import type { Control, ControlExample } from '../../src/controls/control.ts'
import { newestMinor, parseMinor } from '../../src/controls/kubernetes-version.ts'
import { registry } from '../../src/controls/registry.ts'
import { ruleAt } from '../../src/controls/rule-at.ts'
import { type Gathered, gatherResources } from '../../src/estate/gather.ts'
import type { Resource } from '../../src/estate/resource.ts'
import { podViews } from '../../src/estate/workload.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import { Evaluator } from '../../src/scan/evaluate.ts'
import type { Failure } from '../../src/scan/failure.ts'
import { messageOf } from '../../src/scan/message.ts'
import { parseYaml } from '../../src/yaml/parse.ts'

for (const control of registry.controls) {
  const { pass, fail } = control.examples

  describe(control.id, () => {
    pass.forEach((example, index) => {
      test(`stays quiet on ${titleOf('pass', index, example)}`, () => {
        assert.deepEqual(failuresOf(control, example).map(messageTo), [])
      })
    })

    fail.forEach((example, index) => {
      test(`fires on ${titleOf('fail', index, example)}`, () => {
        const failures = failuresOf(control, example)
        assert.ok(failures.length > 0)
        for (const failure of failures) {
          assert.equal(failure.unknown, null)
          assert.doesNotMatch(messageTo(failure), /not set|[{}]/)
        }
      })
    })

    test('has an example for each revision of its rules', () => {
      const minors = [...pass, ...fail].map(minorOf)
      for (const rule of control.rules) {
        const shown = new Set(minors.map((minor) => ruleAt(rule, minor)))
        for (const { rule: text } of typeof rule.require === 'string' ? [] : rule.require)
          assert.ok(shown.has(text), String(text))
        if (typeof rule.require === 'string') assert.ok(shown.has(rule.require))
      }
    })
  })
}

function titleOf(kind: string, index: number, { version }: ControlExample): string {
  return `${kind} example ${index + 1}${version === null ? '' : ` at ${version}`}`
}

function messageTo({ planned, item }: Failure): string {
  return messageOf(planned.message, item)
}

function minorOf({ version }: ControlExample): number {
  return version === null ? newestMinor : (parseMinor(version) ?? Number.NaN)
}

function failuresOf(control: Control, example: ControlExample): Failure[] {
  const plan = buildPlan({
    frameworks: [],
    controls: [control],
    only: new Set([control.id]),
    minor: minorOf(example),
    severities: {},
    lowest: 'low',
    compile: compileRule
  })
  const evaluator = new Evaluator(plan)
  return resourcesOf(example.manifest).flatMap((resource) => evaluator.evaluate(resource, podViews(resource)))
}

function resourcesOf(manifest: string): readonly Resource[] {
  const gathered: Gathered = { resources: [], faults: [] }
  for (const { value, problems, index } of parseYaml(manifest)) {
    assert.deepEqual(problems, [])
    gatherResources(value, { file: null, document: index, prefix: [] }, gathered)
  }
  assert.deepEqual(gathered.faults, [])
  assert.ok(gathered.resources.length > 0, 'an example holds an object')
  return gathered.resources
}
