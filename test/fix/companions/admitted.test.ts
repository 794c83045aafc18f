import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { Estate } from '../../../src/estate/estate.ts'
import { isMapping, type Mapping, mappingAt } from '../../../src/estate/mapping.ts'
import type { Resource } from '../../../src/estate/resource.ts'
import { podViews } from '../../../src/estate/workload.ts'
import { applied, companionsOf, type Files } from '../../../src/fix/companions/companions.fixture.ts'
import { podCount } from '../../../src/fix/companions/pod-count.ts'
import { readText } from '../../../src/sources/read-text.ts'
import { collectionsOf, groupPath } from '../../api-collections.ts'
import { corpusFolder } from '../../corpus.ts'
import { type ApiAnswer, type Kubetest, startKubetest } from '../../kubetest.ts'
import { filesIn, folders } from './real-folders.ts'

describe('the API server', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest({ controllers: 'resourcequota-controller' })
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test('takes the companions of the sample estate, and then every pod that it took before', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const files = filesIn(join(import.meta.dirname, '../../../samples'), null)
    const { taken, refused } = await admit(server, files, 'samples')
    assert.deepEqual(refused, [])
    assert.ok(taken >= 15, `${taken} pods`)
  })

  test('does so with real manifests', async (context) => {
    const corpus = corpusFolder()
    if (!('stop' in server)) return context.skip(server.skipped)
    if (corpus === null) return context.skip('there is no corpus: set BULWARK_CORPUS')
    let pods = 0
    for (const [folder, namespace] of folders) {
      const { taken, refused } = await admit(server, filesIn(join(corpus, folder), namespace), namespace)
      context.diagnostic(
        `${folder}: ${taken} pods, ${refused.length} refused as they are: ${[...new Set(refused)][0] ?? ''}`
      )
      pods += taken
    }
    assert.ok(pods > 250, `${pods} pods`)
  })
})

const supporting = ['Namespace', 'ServiceAccount', 'LimitRange', 'ResourceQuota']

/**
 * Makes as many pods as there can be at once, in namespaces as they were and in such with companions.
 * @returns How many pods the server took in both, and why it refused others, with or without companions.
 */
async function admit(
  server: Kubetest,
  files: Files,
  run: string
): Promise<{ readonly taken: number; readonly refused: readonly string[] }> {
  const made = companionsOf(files)
  const old = resourcesIn(files)
  const both = applied(files, made)
  const namespaces = [...new Set(made.map(({ namespace }) => namespace))]
  const own = ({ namespace, kind, name }: Resource): boolean =>
    namespaces.includes((kind === 'Namespace' ? name : namespace) ?? '')
  const place = (suffix: string) => (namespace: string) => `${run}-${namespace}-${suffix}`
  await support(server, old.filter(own), namespaces, place('before'))
  await support(server, resourcesIn(both).filter(own), namespaces, place('after'))
  for (const resource of resourcesIn({ made: both['hardening.yaml'] ?? '' })) {
    const answer = await apply(server, resource.object, place('after'))
    assert.ok(answer.status < 300, `${resource.kind} ${resource.name}: ${JSON.stringify(answer.body)}`)
    assert.deepEqual(answer.warnings, [], `${resource.kind} ${resource.name}`)
  }
  for (const namespace of namespaces) await quotasCounted(server, place('after')(namespace))
  for (const { namespace, theme } of made) {
    if (theme === 'resource-quota') await assertInForce(server, place('after')(namespace))
  }
  const before = await pods(server, old.filter(own), place('before'))
  const after = await pods(server, resourcesIn(both).filter(own), place('after'))
  const refused = [...before.taken].filter((pod) => !after.taken.has(pod))
  assert.deepEqual(
    refused.map((pod) => `${pod}: ${after.refused.get(pod) ?? ''}`),
    [],
    run
  )
  return { taken: before.taken.size, refused: [...before.refused.values()] }
}

function resourcesIn(files: Files): Resource[] {
  return Object.entries(files).flatMap(([file, text]) => readText(file, text, true).resources)
}

/** The namespaces with what decides there about pods. */
async function support(
  server: Kubetest,
  resources: readonly Resource[],
  namespaces: readonly string[],
  place: (namespace: string) => string
): Promise<void> {
  for (const name of namespaces) {
    const metadata = { name }
    await apply(server, { apiVersion: 'v1', kind: 'Namespace', metadata }, place)
    const account = { name: 'default', namespace: name }
    await apply(server, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: account }, place)
  }
  for (const kind of supporting) {
    for (const resource of resources) {
      if (resource.kind === kind) await apply(server, resource.object, place)
    }
  }
}

/** Pods as controllers would make them: which of them the server takes, and why it refuses the others. */
async function pods(
  server: Kubetest,
  resources: readonly Resource[],
  place: (namespace: string) => string
): Promise<{ readonly taken: ReadonlySet<string>; readonly refused: ReadonlyMap<string, string> }> {
  const estate = new Estate()
  for (const resource of resources) estate.add(resource, podViews(resource))
  const taken = new Set<string>()
  const refused = new Map<string, string>()
  const seen = new Map<string, number>()
  for (const { resource, spec, meta } of estate.pods) {
    if (resource.kind === 'PodTemplate') continue
    if (typeof spec.priorityClassName === 'string') await priority(server, spec.priorityClassName)
    const { pods: steady, surge } = podCount(estate, resource, { nodes: null })
    const key = `${resource.namespace}/${resource.kind}/${resource.name}`
    // Of several manifests of one workload only one is there at a time.
    const first = seen.get(key) ?? 0
    seen.set(key, Math.max(first, steady + surge))
    for (let number = first; number < steady + surge; number++) {
      const name = `${resource.kind.toLowerCase()}-${resource.name}-${number}`.replace(/[^a-z0-9.-]/g, '-')
      const { labels, annotations } = meta
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, ...(labels ? { labels } : {}), ...(annotations ? { annotations } : {}) },
        spec: withClaims(spec, resource)
      }
      const { status, body } = await server.call(
        'POST',
        `/api/v1/namespaces/${place(resource.namespace ?? '')}/pods`,
        pod
      )
      if (status === 201) taken.add(`${key}-${number}`)
      else refused.set(`${key}-${number}`, isMapping(body) ? String(body.message) : String(status))
    }
  }
  return { taken, refused }
}

/** A StatefulSet gives each pod volumes for its claims. */
function withClaims(spec: Mapping, { object }: Resource): Mapping {
  const templates = mappingAt(object, 'spec')?.volumeClaimTemplates
  if (!Array.isArray(templates)) return spec
  const claims = templates.filter(isMapping).map((template) => {
    const name = mappingAt(template, 'metadata')?.name
    return { name, persistentVolumeClaim: { claimName: name } }
  })
  return { ...spec, volumes: [...(Array.isArray(spec.volumes) ? spec.volumes : []), ...claims] }
}

/** Classes of priority belong to the cluster; those of Kubernetes itself are there. */
async function priority(server: Kubetest, name: string): Promise<void> {
  if (name.startsWith('system-')) return
  const body = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name }, value: 1000 }
  await server.call('POST', '/apis/scheduling.k8s.io/v1/priorityclasses', body)
}

/** Server-side apply, as an account that already is there must not be in the way. */
async function apply(server: Kubetest, object: Mapping, place: (namespace: string) => string): Promise<ApiAnswer> {
  const { apiVersion, kind } = object
  const metadata = mappingAt(object, 'metadata') ?? {}
  const isNamespace = kind === 'Namespace'
  const moved = {
    ...object,
    metadata: {
      ...metadata,
      ...(isNamespace ? { name: place(String(metadata.name)) } : {}),
      ...(typeof metadata.namespace === 'string' ? { namespace: place(metadata.namespace) } : {})
    }
  }
  const collection = (await collectionsOf(server, String(apiVersion))).get(String(kind))
  assert.ok(collection !== undefined, `${kind} is not served`)
  const inside = collection.namespaced ? `/namespaces/${moved.metadata.namespace}` : ''
  const path = `${groupPath(String(apiVersion))}${inside}/${collection.plural}/${moved.metadata.name}`
  return server.call('PATCH', `${path}?fieldManager=test&force=true&fieldValidation=Strict`, moved)
}

/** A pod that asks for what nobody has is refused, or what follows would show nothing. */
async function assertInForce(server: Kubetest, namespace: string): Promise<void> {
  const resources = { requests: { cpu: '1000' }, limits: { cpu: '1000' } }
  const spec = { containers: [{ name: 'app', image: 'registry.example/app:1', resources }] }
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'giant' }, spec }
  const { status, body } = await server.call('POST', `/api/v1/namespaces/${namespace}/pods`, pod)
  assert.equal(status, 403, JSON.stringify(body))
}

/** A quota is in force once its controller has counted for the first time; until then it refuses everything. */
async function quotasCounted(server: Kubetest, namespace: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { body } = await server.call('GET', `/api/v1/namespaces/${namespace}/resourcequotas`)
    const items = isMapping(body) && Array.isArray(body.items) ? body.items : []
    if (items.every((item) => isMapping(item) && mappingAt(mappingAt(item, 'status') ?? {}, 'hard') !== undefined))
      return
    await delay(50)
  }
  assert.fail(`the quota of ${namespace} was not counted`)
}
