import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isMapping, type Mapping } from '../../src/estate/mapping.ts'
import { KnownObjects } from '../../src/policy/known-objects.ts'
import { creationRequest } from '../../src/policy/request/creation-request.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { Random } from '../pss/generate/random.ts'
import { generatedObjects, namespaces } from './generated-objects.ts'
import { PolicyServer } from './policy-server.ts'
import { asResource, writtenPolicies } from './written-policies.ts'

let server: Kubetest | { readonly skipped: string }
before(async () => {
  server = await startKubetest()
})
after(() => {
  if ('stop' in server) server.stop()
})

test('objects are filled in as the API server fills them in', async (t) => {
  if (!('stop' in server)) return t.skip(server.skipped)
  const definitions = writtenPolicies().filter(({ kind }) => kind === 'CustomResourceDefinition')
  const policyServer = new PolicyServer(server)
  await policyServer.prepare(definitions)
  const known = new KnownObjects()
  for (const resource of [...definitions, ...namespaces.map(asResource)]) known.add(resource)
  const found = new Set<string>()
  let compared = 0
  for (const resource of generatedObjects(new Random(7), 780).map(asResource)) {
    const { refusal, object } = await policyServer.create(resource)
    if (refusal !== null) continue
    const sender = { userInfo: null, dryRun: true, time: '2026-01-01T00:00:00Z' }
    const ours = creationRequest(resource, known, sender).object
    for (const path of differences(comparable(ours), comparable(object), resource.kind)) found.add(path)
    compared++
  }
  // These get there when the object is read from storage, after admission.
  const later = /^(Job\.metadata\.labels: undefined|PersistentVolumeClaim\.status\.phase: undefined) is /
  assert.deepEqual(
    [...found].filter((path) => !later.test(path)),
    []
  )
  t.diagnostic(`${compared} objects are the same`)
  assert.ok(compared >= 700)
})

/** Paths at which two values differ, without indexes. */
function differences(ours: unknown, theirs: unknown, path: string): string[] {
  if (typeof ours === 'object' && typeof theirs === 'object' && ours !== null && theirs !== null) {
    const [a, b] = [ours as Mapping, theirs as Mapping]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      differences(a[key], b[key], /^\d+$/.test(key) ? `${path}[]` : `${path}.${key}`)
    )
  }
  return ours === theirs ? [] : [`${path}: ${JSON.stringify(ours)} is ${JSON.stringify(theirs)}`]
}

/** What the server makes up or chooses is left out, and so are fields that hold nothing but null. */
function comparable(object: unknown): unknown {
  const text = JSON.stringify(object, (key, value: unknown) => {
    if (madeUp.has(key)) return undefined
    if (!isMapping(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    )
  })
  // Random suffixes and unique labels.
  const plain = text
    .replaceAll(/"kube-api-access-\w{5}"/g, '"kube-api-access"')
    .replaceAll(/"(\w+-)\w{5}"/g, (all, prefix) => (prefix === 'pod-' ? '"pod-generated"' : all))
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f-]{27}"/g, '"uid"')
  return JSON.parse(plain) as Mapping
}

/** `nodePort` and addresses are allocated; the class of quality is not computed. */
const madeUp: ReadonlySet<string> = new Set([
  'managedFields',
  'creationTimestamp',
  'clusterIP',
  'clusterIPs',
  'nodePort',
  'qosClass'
])
