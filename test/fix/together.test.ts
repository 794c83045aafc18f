/** Fixes of one object are made as one set that the API server accepts, and what is left out is said. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleFindings } from '../../src/cli/scan/example-findings.ts'
import type { FixGrade } from '../../src/controls/control.ts'
import { newestMinor } from '../../src/controls/kubernetes-version.ts'
import { registry } from '../../src/controls/registry.ts'
import { valueAt } from '../../src/estate/path.ts'
import { fixText } from '../../src/fix/text/fix-text.ts'
import type { FixedText } from '../../src/fix/text/fixed-text.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { plannerFor } from './planner.ts'

const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: ${spec}\n`

/** A pod with one container, fixed by these controls. */
function fixed(manifest: string, ids: readonly string[], ceiling: FixGrade): FixedText {
  const controls = registry.controls.filter(({ id }) => ids.includes(id))
  const findings = controls.flatMap(
    (control) => exampleFindings(control, { version: null, manifest }, registry).findings
  )
  const planner = plannerFor(controls, newestMinor, { ceiling })
  return fixText({ file: 'example.yaml', text: manifest, findings, tolerated: new Set(), without: new Map() }, planner)
}

function containerOf({ steps, before }: FixedText): unknown {
  const [document] = parseYaml(steps.at(-1)?.text ?? before ?? '')
  return valueAt(document?.value, ['spec', 'containers', 0])
}

const reasons = ({ left }: FixedText): string[] =>
  left.map(({ finding, kind, reason }) => `${finding.control} ${kind}: ${reason}`)

describe('fixes of one object', () => {
  const privileged = pod('{containers: [{name: app, image: a.example/a:1, securityContext: {privileged: true}}]}')

  test('leave out what the API server refuses beside what stays', () => {
    const outcome = fixed(privileged, ['allow-privilege-escalation', 'privileged-container'], 'review')
    assert.deepEqual(outcome.steps, [])
    assert.match(reasons(outcome).join('\n'), /allow-privilege-escalation refused: .*beside privileged: true/)
  })

  test('make together what none could alone', () => {
    const outcome = fixed(privileged, ['allow-privilege-escalation', 'privileged-container'], 'breaking')
    assert.deepEqual(outcome.left, [])
    assert.deepEqual(containerOf(outcome), {
      name: 'app',
      image: 'a.example/a:1',
      securityContext: { privileged: false, allowPrivilegeEscalation: false }
    })
  })

  test('set a field once where the stricter of two is enough', () => {
    const plain = pod('{containers: [{name: app, image: a.example/a:1}]}')
    const outcome = fixed(plain, ['undropped-capabilities', 'net-raw-capability'], 'review')
    assert.deepEqual(outcome.left, [])
    assert.equal(outcome.fixed.length, 2)
    assert.deepEqual(containerOf(outcome), {
      name: 'app',
      image: 'a.example/a:1',
      securityContext: { capabilities: { drop: ['ALL'] } }
    })
  })

  test('set no limit below the request', () => {
    const greedy = pod('{containers: [{name: app, image: a.example/a:1, resources: {requests: {memory: 2Gi}}}]}')
    const outcome = fixed(greedy, ['memory-limit'], 'review')
    assert.match(reasons(outcome).join('\n'), /memory-limit refused: .*limit below the request for memory/)
  })
})
