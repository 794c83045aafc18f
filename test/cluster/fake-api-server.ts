/**
 * An HTTP server that answers as a small Kubernetes API server does, and misbehaves as a test tells it to: what a real
 * one cannot be made to do at will.
 */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** How often this path has been asked for, this time included. */
  readonly times: number
}

/** What a server sends instead of what it should. `hang` sends nothing, `drop` closes the connection. */
export type Reply =
  | 'hang'
  | 'drop'
  | {
      readonly status?: number
      readonly headers?: Record<string, string>
      readonly body: unknown
      /** Milliseconds to wait before. */
      readonly after?: number
    }

export interface FakeObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly uid?: string }
  readonly [field: string]: unknown
}

export interface FakeCluster {
  readonly objects: readonly FakeObject[]
  /** Gives an answer where it is not to be the usual one. */
  readonly interfere?: (asked: Asked) => Reply | undefined
  /** Knows no aggregated discovery, as before Kubernetes 1.26. */
  readonly old?: boolean
  /** What it serves besides the usual kinds. */
  readonly more?: Served
  readonly tls?: ServerOptions
}

export interface FakeServer {
  readonly url: string
  readonly asked: Asked[]
}

/** The kinds that it serves, by group and version. */
type Served = Readonly<Record<string, Readonly<Record<string, readonly [resource: string, namespaced: boolean]>>>>

const usuallyServed: Served = {
  v1: {
    Namespace: ['namespaces', false],
    Pod: ['pods', true],
    ConfigMap: ['configmaps', true],
    Secret: ['secrets', true],
    Node: ['nodes', false]
  },
  'apps/v1': { Deployment: ['deployments', true], ReplicaSet: ['replicasets', true] },
  'example.com/v1alpha1': { Rollout: ['rollouts', true] },
  'example.com/v1': { Rollout: ['rollouts', true] }
}

export async function startFakeServer(t: TestContext, cluster: FakeCluster): Promise<FakeServer> {
  const asked: Asked[] = []
  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const times = asked.filter(({ path }) => path === url.pathname).length + 1
    const one = { path: url.pathname, query: url.searchParams, headers: request.headers, times }
    asked.push(one)
    const reply = cluster.interfere?.(one) ?? usual(one, cluster)
    if (reply === 'hang') return
    if (reply === 'drop') {
      request.socket.destroy()
      return
    }
    const { status = 200, headers = {}, body, after = 0 } = reply
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(typeof body === 'string' ? body : JSON.stringify(body))
    }, after)
  }
  const server = cluster.tls === undefined ? createServer(listener) : createTlsServer(cluster.tls, listener)
  t.after(() => stop(server))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `${cluster.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, asked }
}

function stop(server: Server): void {
  server.closeAllConnections()
  server.close()
}

/** A failure as the API server words it. */
export function failure(status: number, message: string, more: object = {}): Reply {
  return { status, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code: status, ...more } }
}

function usual(asked: Asked, cluster: FakeCluster): Reply {
  const served = servedBy(cluster)
  const { path } = asked
  if (path === '/version') return { body: { gitVersion: 'v1.35.2' } }
  if (path === '/api' || path === '/apis')
    return { body: cluster.old === true ? oldGroups(path, served) : aggregated(path, served) }
  const resources = served[path.replace(/^\/apis?\//, '')]
  if (resources !== undefined) return { body: oldResources(resources) }
  return list(asked, cluster.objects, served)
}

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '')
const versionOf = (apiVersion: string): string => apiVersion.split('/').at(-1) ?? ''

/** Of a group that it usually serves, more kinds. */
function servedBy({ more = {} }: FakeCluster): Served {
  const added = Object.entries(more).map(
    ([version, kinds]) => [version, { ...usuallyServed[version], ...kinds }] as const
  )
  return { ...usuallyServed, ...Object.fromEntries(added) }
}

function groups(path: string, served: Served): Map<string, string[]> {
  const all = Map.groupBy(Object.keys(served), groupOf)
  return new Map([...all].filter(([group]) => (path === '/api') === (group === '')))
}

/** The last version of a group is the preferred one. */
function aggregated(path: string, served: Served): unknown {
  const items = [...groups(path, served)].map(([group, apiVersions]) => ({
    metadata: { name: group },
    versions: apiVersions.toReversed().map((apiVersion) => ({
      version: versionOf(apiVersion),
      freshness: 'Current',
      resources: Object.entries(served[apiVersion] ?? {}).map(([kind, [resource, namespaced]]) => ({
        resource,
        responseKind: { kind },
        scope: namespaced ? 'Namespaced' : 'Cluster',
        verbs: ['get', 'list']
      }))
    }))
  }))
  return { kind: 'APIGroupDiscoveryList', items }
}

function oldGroups(path: string, served: Served): unknown {
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] }
  const list = [...groups(path, served)].map(([name, apiVersions]) => {
    const versions = apiVersions.map((apiVersion) => ({ version: versionOf(apiVersion) }))
    return { name, versions, preferredVersion: versions.at(-1) }
  })
  return { kind: 'APIGroupList', groups: list }
}

function oldResources(resources: Readonly<Record<string, readonly [string, boolean]>>): unknown {
  const list = Object.entries(resources).flatMap(([kind, [name, namespaced]]) => [
    { name, kind, namespaced, verbs: ['get', 'list'] },
    { name: `${name}/status`, kind, namespaced, verbs: ['get'] }
  ])
  return { kind: 'APIResourceList', resources: list }
}

/** A page, continued by the number of the next object. */
function list({ path, query }: Asked, objects: readonly FakeObject[], served: Served): Reply {
  const match = /^\/(?:api|apis\/([^/]+))\/([^/]+)(?:\/namespaces\/([^/]+))?(?:\/([^/]+))?$/.exec(path)
  const [, group, version = '', namespace, resource = 'namespaces'] = match ?? []
  const apiVersion = group === undefined ? version : `${group}/${version}`
  const kind = Object.entries(served[apiVersion] ?? {}).find(([, [name]]) => name === resource)?.[0]
  if (kind === undefined) return failure(404, 'the server could not find the requested resource')
  if (match?.[4] === undefined) {
    const one = objects.find((object) => object.kind === kind && object.metadata.name === namespace)
    return one === undefined ? failure(404, `namespaces "${namespace}" not found`) : { body: one }
  }
  const all = objects.filter(
    (object) =>
      object.apiVersion === apiVersion &&
      object.kind === kind &&
      (namespace === undefined || object.metadata.namespace === namespace)
  )
  const from = Number(query.get('continue') ?? 0)
  const limit = Number(query.get('limit') ?? all.length)
  const more = from + limit < all.length ? { continue: String(from + limit) } : {}
  // As the API server does, items of a list leave out their type.
  const items = all.slice(from, from + limit).map(({ apiVersion: _, kind: __, ...object }) => object)
  return { body: { kind: `${kind}List`, apiVersion, metadata: { resourceVersion: '1', ...more }, items } }
}
