/** Each control's fix, on the examples that fall short of it: what it says to be fixed passes, and the rest is told. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleFindings, exampleMinor } from '../../src/cli/scan/example-findings.ts'
import type { Control, ControlExample } from '../../src/controls/control.ts'
import { registry } from '../../src/controls/registry.ts'
import { fixText } from '../../src/fix/text/fix-text.ts'
import type { FixedText } from '../../src/fix/text/fixed-text.ts'
import { plannerFor } from './planner.ts'

for (const control of registry.controls.filter(({ fix }) => fix !== undefined)) {
  describe(control.id, () => {
    control.examples.fail.forEach((example, index) => {
      test(`fixes what falls short in example ${index + 1}`, () => {
        const fixed = fixedExample(control, example)
        const after = fixed.steps.at(-1)?.text ?? example.manifest
        const { findings, troubles } = exampleFindings(control, { ...example, manifest: after }, registry)
        assert.deepEqual(troubles, [])
        const open = new Set(findings.map(({ fingerprint }) => fingerprint))
        for (const { finding } of fixed.fixed) assert.ok(!open.has(finding.fingerprint), `${finding.message}\n${after}`)
        for (const { finding, reason } of fixed.left)
          assert.ok(isToldTo(control, example, reason), `${finding.message}: ${reason}\n${example.manifest}`)
        const again = fixedExample(control, { ...example, manifest: after })
        assert.deepEqual(again.steps, [], 'a second run changes nothing')
      })
    })
  })
}

/** What older versions of Kubernetes ask for, and newer ones would not take. */
function isToldTo({ id }: Control, { version }: ControlExample, reason: string): boolean {
  if (version === null) return false
  if (/the API server refuses \w+ in a pod for Windows/.test(reason)) return true
  return id === 'seccomp-profile-type' && reason.startsWith('its fix alone is not enough')
}

function fixedExample(control: Control, example: ControlExample): FixedText {
  const { findings } = exampleFindings(control, example, registry)
  const planner = plannerFor([control], exampleMinor(example))
  return fixText(
    { file: 'example.yaml', text: example.manifest, findings, tolerated: new Set(), without: new Map() },
    planner
  )
}
