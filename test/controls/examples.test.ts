import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleFindings, exampleMinor } from '../../src/cli/scan/example-findings.ts'
import type { Control, ControlExample } from '../../src/controls/control.ts'
import { registry } from '../../src/controls/registry.ts'
import { ruleAt } from '../../src/controls/rule-at.ts'
import type { Finding } from '../../src/scan/finding.ts'

for (const control of registry.controls) {
  const { pass, fail } = control.examples

  describe(control.id, () => {
    pass.forEach((example, index) => {
      test(`stays quiet on ${titleOf('pass', index, example)}`, () => {
        assert.deepEqual(
          findingsOf(control, example).map(({ message }) => message),
          []
        )
      })
    })

    fail.forEach((example, index) => {
      test(`fires on ${titleOf('fail', index, example)}`, () => {
        const findings = findingsOf(control, example)
        assert.ok(findings.length > 0)
        for (const { status, message, line } of findings) {
          assert.equal(status, 'fail')
          assert.doesNotMatch(message, /not set|[{}]/)
          assert.ok(line !== null)
        }
      })
    })

    test('has an example for each revision of its rules', () => {
      const minors = [...pass, ...fail].map(exampleMinor)
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

function findingsOf(control: Control, example: ControlExample): readonly Finding[] {
  const { findings, troubles } = exampleFindings(control, example, registry)
  assert.deepEqual(troubles, [])
  return findings
}
