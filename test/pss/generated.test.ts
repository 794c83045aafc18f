import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podSecurityChecks } from '../../src/controls/frameworks/pod-security-checks.ts'
import { newestMinor } from '../../src/controls/kubernetes-version.ts'
import { makeResource } from '../../src/estate/resource.ts'
import { withDefaultVolumes } from './default-volumes.ts'
import { differences } from './differences.ts'
import { anyPod } from './generate/pod.ts'
import { Random } from './generate/random.ts'
import { type Answer, podSecurityOracle } from './oracle.ts'
import { OwnVerdicts } from './own-verdicts.ts'

const seed = 20_261_123
const count = 5000
const minors = Array.from({ length: newestMinor + 1 }, (_, minor) => minor)

test(`${count} generated pods fail the same checks as in the library, at every version`, async (context) => {
  const oracle = await podSecurityOracle()
  if (typeof oracle !== 'function') return context.skip(oracle.skipped)
  const random = new Random(seed)
  const pods = Array.from({ length: count }, (_, index) => anyPod(random, `pod-${index}`))
  const answers = oracle(
    pods.map((pod, index) => ({
      id: String(index),
      object: { ...pod, spec: withDefaultVolumes(pod.spec as Record<string, unknown>) },
      versions: minors
    }))
  )
  const own = new OwnVerdicts(minors)
  const found = answers.flatMap(({ verdicts = [], error }, index) => {
    assert.equal(error, undefined)
    const resource = makeResource('v1', 'Pod', structuredClone(pods[index] ?? {}), origin)
    return differences(`seed ${seed}, pod ${index}`, own.of(resource), verdicts)
  })
  assert.deepEqual(found.slice(0, 20), [], `${found.length} differences`)
  assertEveryCheckIsHit(answers)
})

const origin = { file: null, document: 0, prefix: [] }

/** A test of pods that never fail a check, or always, would prove nothing about it. */
function assertEveryCheckIsHit(answers: readonly Answer[]): void {
  const verdicts = answers.flatMap((answer) => answer.verdicts ?? [])
  for (const { id, since } of podSecurityChecks) {
    const asked = verdicts.filter(({ minor }) => minor === Math.max(since, newestMinor - 4))
    const failed = asked.filter((verdict) => verdict.failed.includes(id)).length
    assert.ok(failed >= 100 && failed <= asked.length - 100, `${id} fails for ${failed} of ${asked.length}`)
  }
  const allowed = verdicts.filter(({ failed }) => failed.length === 0).length
  assert.ok(allowed >= 1000, `only ${allowed} verdicts allow their pod`)
}
