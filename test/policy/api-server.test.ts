import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import type { Resource } from '../../src/estate/resource.ts'
import { type Decision, denialMessage, warningMessage } from '../../src/policy/evaluate/decision.ts'
import { evaluatePolicy } from '../../src/policy/evaluate/evaluate.ts'
import { KnownObjects } from '../../src/policy/known-objects.ts'
import type { BoundPolicy } from '../../src/policy/policy.ts'
import { readPolicySet } from '../../src/policy/policy-set.ts'
import { creationRequest } from '../../src/policy/request/creation-request.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { Random } from '../pss/generate/random.ts'
import { generatedObjects, namespaces } from './generated-objects.ts'
import { type Answer, PolicyServer } from './policy-server.ts'
import { asResource, writtenPolicies } from './written-policies.ts'

const seed = 31
const count = 156
const admin = { username: 'admin', uid: 'uid-admin', groups: ['system:masters', 'system:authenticated'] }

describe('admission policies', () => {
  let server: Kubetest | { readonly skipped: string }
  const written = writtenPolicies().flatMap(withTwin)
  before(async () => {
    server = await startKubetest()
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test('are answered as the API server answers them', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const policyServer = new PolicyServer(server)
    await policyServer.prepare(written)
    const set = readPolicySet(written)
    assert.deepEqual(
      set.problems.map(({ message }) => message),
      []
    )
    const known = new KnownObjects()
    for (const resource of [...written, ...namespaces.map(asResource)]) known.add(resource)
    const accepted: Resource[] = []
    for (const object of generatedObjects(new Random(seed), count).map(asResource)) {
      const { refusal } = await policyServer.create(object)
      if (refusal === null) accepted.push(object)
      else context.diagnostic(`not valid: ${object.kind} ${object.name}: ${refusal.message.slice(0, 200)}`)
    }
    const tally = { pairs: 0, refused: 0, warned: 0, unknown: 0, differences: [] as string[] }
    for (const bound of set.bound) {
      const objects = written.filter(({ name }) => isPartOf(bound, name))
      await policyServer.with(objects, async () => {
        const answers = await inGroups(accepted, (object) => policyServer.create(object))
        for (const [object, answer] of answers) {
          const sender = { userInfo: admin, dryRun: true, time: '2026-01-01T00:00:00Z' }
          const request = creationRequest(object, known, sender)
          const decisions = evaluatePolicy(bound, request, { world: known, authorizer: null })
          tally.pairs++
          if (decisions.some(({ verdict }) => verdict === 'unknown')) tally.unknown++
          if (answer.refusal !== null) tally.refused++
          tally.warned += answer.warnings.length
          const difference = differenceOf(decisions, answer)
          if (difference !== null)
            tally.differences.push(`${bound.policy.name}, ${object.kind} ${object.name}: ${difference}`)
        }
      })
    }
    const { pairs, refused, warned, unknown, differences } = tally
    context.diagnostic(
      `${set.bound.length} policies, ${accepted.length} objects, ${pairs} pairs: ${refused} refused, ${warned} warnings, ${unknown} unknown`
    )
    assert.deepEqual(differences.slice(0, 30), [], `${differences.length} differences`)
    assert.ok(set.bound.length >= 40 && pairs >= 5000 && refused >= 500 && warned >= 1000)
  })
})

/** Results of all, in order, some at a time. */
async function inGroups<T, R>(all: readonly T[], action: (one: T) => Promise<R>): Promise<[T, R][]> {
  const results: [T, R][] = []
  for (let from = 0; from < all.length; from += 8) {
    const group = all.slice(from, from + 8)
    results.push(...(await Promise.all(group.map(async (one): Promise<[T, R]> => [one, await action(one)]))))
  }
  return results
}

/** Each binding that denies has a twin that warns, so that the server says what it thinks of every validation. */
function withTwin(resource: Resource): Resource[] {
  const spec = resource.object.spec as { validationActions?: string[] } | undefined
  if (resource.kind !== 'ValidatingAdmissionPolicyBinding' || spec?.validationActions?.includes('Deny') !== true)
    return [resource]
  const twin = {
    ...resource.object,
    metadata: { name: `${resource.name}-twin` },
    spec: { ...spec, validationActions: ['Warn'] }
  }
  return [resource, asResource(twin)]
}

function isPartOf({ policy, bindings }: BoundPolicy, name: string | null): boolean {
  return name !== null && (policy.name === name || bindings.some((binding) => binding.name === name))
}

/** What our decisions and the server's answer differ in; null where they are the same. */
function differenceOf(decisions: readonly Decision[], { refusal, warnings }: Answer): string | null {
  const certain = decisions.filter(({ verdict }) => verdict !== 'unknown')
  const ours = certain
    .filter(
      ({ refuses, binding, enforced }) =>
        refuses && enforced === 'byActions' && binding?.validationActions.includes('Warn')
    )
    .map(warningMessage)
    .sort()
  // Of validations that nobody can answer here the server may warn, too.
  const theirs = [...warnings].sort().filter((text) => certain.length === decisions.length || ours.includes(text))
  if (!isDeepStrictEqual(ours, theirs))
    return `warnings ${JSON.stringify(ours)}, the API server's ${JSON.stringify(theirs)}`
  const denials = certain.filter(
    ({ refuses, binding, enforced }) =>
      refuses && (enforced === 'always' || binding?.validationActions.includes('Deny'))
  )
  if (refusal === null) return denials.length === 0 ? null : `denied (${denials[0]?.message}), the API server allows it`
  // The order of bindings is not fixed: each may be the first to deny.
  const firsts = denials.filter(
    (denial, index) => denials.findIndex(({ binding }) => binding === denial.binding) === index
  )
  const same = firsts.some(
    (denial) => refusal.message.endsWith(` is forbidden: ${denialMessage(denial)}`) && refusal.reason === denial.reason
  )
  if (same || (denials.length === 0 && certain.length < decisions.length)) return null
  return `${firsts[0] === undefined ? 'allowed' : `${firsts[0].reason} ${denialMessage(firsts[0])}`}, the API server's ${refusal.reason} ${refusal.message}`
}
