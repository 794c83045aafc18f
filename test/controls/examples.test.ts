import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compileRule } from '../../src/controls/compile-rule.ts'
import type { Control, ControlExample } from '../../src/controls/control.ts'
import { newestMinor, parseMinor } from '../../src/controls/kubernetes-version.ts'
import { registry } from '../../src/controls/registry.ts'
import { ruleAt } from '../../src/controls/rule-at.ts'
import { builtInWorkloads } from '../../src/estate/workload-kinds.ts'
import { ExceptionBook } from '../../src/exceptions/book.ts'
import { exceptionKind } from '../../src/exceptions/granted.ts'
import { buildPlan } from '../../src/scan/build-plan.ts'
import type { Finding } from '../../src/scan/finding.ts'
import { Scan } from '../../src/scan/scan.ts'
import { readText } from '../../src/sources/read-text.ts'

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

function minorOf({ version }: ControlExample): number {
  return version === null ? newestMinor : (parseMinor(version) ?? Number.NaN)
}

function findingsOf(control: Control, example: ControlExample): Finding[] {
  // Whether an exception is needed, the controls say that it is about.
  const controls = control.analyse?.reads.includes(exceptionKind) ? registry.controls : [control]
  const plan = buildPlan({
    frameworks: [],
    controls,
    only: new Set(controls.map(({ id }) => id)),
    minor: minorOf(example),
    severities: {},
    lowest: 'low',
    compile: compileRule
  })
  const findings: Finding[] = []
  const filter = { namespaces: new Set<string>(), kinds: new Set<string>(), passes: false }
  const inline = new Set(registry.controls.map(({ id }) => id))
  const tolerated = { book: new ExceptionBook(new Date()), inline, baseline: null }
  const scan = new Scan(plan, builtInWorkloads, filter, { add: (some) => findings.push(...some) }, tolerated)
  const unit = readText('example.yaml', example.manifest, true)
  assert.deepEqual([...unit.errors, ...unit.skipped], [])
  assert.ok(unit.resources.length > 0, 'an example holds an object')
  scan.add(unit)
  scan.finish(() => example.manifest)
  return findings.filter((finding) => finding.control === control.id)
}
