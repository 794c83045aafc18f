import assert from 'node:assert/strict'
import { after, before, describe, type TestContext, test } from 'node:test'
import { podSecurityChecks } from '../../src/controls/frameworks/pod-security-checks.ts'
import { type Mapping, mappingAt } from '../../src/estate/mapping.ts'
import { makeResource, type Resource } from '../../src/estate/resource.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { Admission, type Outcome } from './admission.ts'
import { Random } from './generate/random.ts'
import { compliantPod, validPod } from './generate/valid-pod.ts'
import type { Level, Verdict } from './oracle.ts'
import { OwnVerdicts } from './own-verdicts.ts'

const seed = 37
const count = 3200
/** Before and after each version at which a check changes. */
const minors = [0, 7, 8, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37] as const
/** One check begins with 1.35, so every other pod is judged at one of these. */
const recent = [34, 35, 36, 37] as const

describe('Pod Security admission of the API server', () => {
  let server: Kubetest | { readonly skipped: string }
  let admission: Admission
  before(async () => {
    server = await startKubetest()
    if ('stop' in server) admission = await Admission.prepare(server, minors)
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test(`names the same checks for ${count} generated pods`, async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const tally = await compareAll(admission)
    report(context, tally)
    assert.deepEqual(tally.differences.slice(0, 20), [], `${tally.differences.length} differences`)
    assert.ok(tally.judged >= 2500, `only ${tally.judged} pods were judged`)
    for (const { id } of podSecurityChecks) {
      const denied = tally.denied.get(id) ?? 0
      assert.ok(denied >= 50, `${id} was named only ${denied} times`)
    }
  })

  test('names the same checks for pods that are debugged with ephemeral containers', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const tally = emptyTally()
    for (const minor of [24, 34, 37]) {
      for (const level of ['baseline', 'restricted'] as const) await compareDebugged(admission, level, minor, tally)
    }
    report(context, tally)
    assert.deepEqual(tally.differences, [])
    assert.ok(tally.judged >= 200 && tally.denied.size >= 8, `${tally.judged} pods, ${tally.denied.size} checks`)
  })
})

interface Subject {
  readonly name: string
  readonly hostNetwork?: boolean
}

interface Tally {
  /** Pods that validation did not refuse. */
  judged: number
  allowed: number
  readonly denied: Map<string, number>
  readonly refused: Map<string, number>
  /** The known difference: for a pod on the host network the API server fills in `hostPort` before it judges. */
  readonly filledHostPorts: string[]
  readonly differences: string[]
}

async function compareAll(admission: Admission): Promise<Tally> {
  const random = new Random(seed)
  const own = new OwnVerdicts(minors)
  const tally = emptyTally()
  for (let index = 0; index < count; index++) {
    const pod = validPod(random, `pod-${index}`)
    const minor = random.pick(random.chance(0.5) ? recent : minors)
    const mine = own.of(podResource({ ...pod }))
    const outcomes = await Promise.all([
      admission.create(pod, 'baseline', minor),
      admission.create(pod, 'restricted', minor)
    ])
    const [baseline] = outcomes
    if (isRefused(tally, baseline)) continue
    tally.judged++
    const subject = { name: pod.metadata.name, ...pod.spec }
    compare(tally, subject, baseline, verdictOf(mine, 'baseline', minor))
    compare(tally, subject, outcomes[1], verdictOf(mine, 'restricted', minor))
  }
  return tally
}

/** One pod that every level allows, debugged with one ephemeral container after another. */
async function compareDebugged(admission: Admission, level: Level, minor: number, tally: Tally): Promise<void> {
  const random = new Random(seed)
  const own = new OwnVerdicts([minor])
  const name = 'debugged'
  const stored = await admission.keep(compliantPod(name), level, minor)
  for (let index = 0; index < 60; index++) {
    const [container] = validPod(random, name).spec.containers
    const { image, securityContext } = container ?? {}
    const spec = { ...mappingAt(stored, 'spec'), ephemeralContainers: [{ name: 'debug', image, securityContext }] }
    const pod = { ...stored, spec }
    const outcome = await admission.debug(pod, name, level, minor)
    if (isRefused(tally, outcome)) continue
    tally.judged++
    compare(tally, { name }, outcome, verdictOf(own.of(podResource(pod)), level, minor))
  }
}

function podResource(pod: Mapping): Resource {
  return makeResource('v1', 'Pod', structuredClone(pod), { file: null, document: 0, prefix: [] })
}

function emptyTally(): Tally {
  return { judged: 0, allowed: 0, denied: new Map(), refused: new Map(), filledHostPorts: [], differences: [] }
}

function isRefused(tally: Tally, outcome: Outcome): boolean {
  if (outcome.kind !== 'invalid') return false
  tally.refused.set(outcome.reason, (tally.refused.get(outcome.reason) ?? 0) + 1)
  return true
}

function verdictOf(verdicts: readonly Verdict[], level: Level, minor: number): Verdict {
  const verdict = verdicts.find((each) => each.level === level && each.minor === minor)
  assert.ok(verdict !== undefined)
  return verdict
}

function compare(
  tally: Tally,
  { name, hostNetwork = false }: Subject,
  outcome: Outcome,
  { level, minor, failed }: Verdict
): void {
  const subject = `seed ${seed}, ${name}, ${level}@1.${minor}`
  const named = outcome.kind === 'denied' ? outcome.checks : []
  if (outcome.kind === 'allowed') tally.allowed++
  for (const id of named) tally.denied.set(id, (tally.denied.get(id) ?? 0) + 1)
  if (outcome.kind !== 'invalid' && named.join() === failed.join()) return
  if (hostNetwork && named.join() === [...failed, 'hostPorts'].sort().join()) {
    tally.filledHostPorts.push(subject)
    return
  }
  tally.differences.push(`${subject}: ours [${failed.join()}], the API server's ${outcome.kind} [${named.join()}]`)
}

function report(context: TestContext, tally: Tally): void {
  context.diagnostic(`${tally.judged} pods judged, ${tally.allowed} verdicts allow one`)
  for (const [id, times] of [...tally.denied].sort()) context.diagnostic(`${id}: ${times} denials`)
  for (const [reason, times] of [...tally.refused].sort()) context.diagnostic(`refused ${times}: ${reason}`)
  for (const subject of tally.filledHostPorts) context.diagnostic(`hostPort filled in: ${subject}`)
}
