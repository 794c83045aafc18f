import { isMapping, type Mapping, stringAt } from '../../estate/mapping.ts'
import type { ApiAnswer, ApiClient } from './connection/api-client.ts'
import { ConnectionFault } from './connection/connection-fault.ts'

/** A kind as a server serves it. */
export interface ServedKind {
  readonly kind: string
  /** Empty for the core group. */
  readonly group: string
  readonly version: string
  /** The last part of its paths: `deployments`. */
  readonly resource: string
  readonly namespaced: boolean
}

/** What a server serves: each kind of each group in every version, the preferred version first. */
export interface Served {
  readonly kinds: readonly ServedKind[]
  /** Group → why it is not known what it serves. */
  readonly unknownGroups: ReadonlyMap<string, string>
}

/** One request for all groups, from Kubernetes 1.26 on. A server that does not know it answers as it did before. */
const aggregated = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json'
].join(',')

/**
 * Asks a server what it serves.
 * @see https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
 * @throws ConnectionFault where it does not say so.
 */
export async function discover(client: ApiClient): Promise<Served> {
  const answers = await Promise.all(['/api', '/apis'].map((path) => client.get(path, aggregated)))
  const kinds: ServedKind[] = []
  const unknownGroups = new Map<string, string>()
  for (const answer of answers) {
    if (!('value' in answer)) throw refused(answer)
    if (answer.value.kind === 'APIGroupDiscoveryList') readAggregated(answer.value, kinds, unknownGroups)
    else await askOneByOne(client, answer.value, kinds, unknownGroups)
  }
  return { kinds, unknownGroups }
}

function refused({ message, status }: ApiAnswer & { message: string }): ConnectionFault {
  return new ConnectionFault('garbled', `the API server does not say what it serves: ${message} (${status})`)
}

function readAggregated(list: Mapping, kinds: ServedKind[], unknownGroups: Map<string, string>): void {
  for (const item of mappingsOf(list.items)) {
    const group = nameOf(item)
    for (const served of mappingsOf(item.versions)) {
      const version = stringAt(served, 'version') ?? ''
      if (served.freshness === 'Stale') unknownGroups.set(group, unanswered(group))
      for (const entry of mappingsOf(served.resources)) {
        const kind = isMapping(entry.responseKind) ? stringAt(entry.responseKind, 'kind') : null
        const resource = stringAt(entry, 'resource')
        if (kind === null || resource === null || !canBeListed(entry)) continue
        kinds.push({ kind, group, version, resource, namespaced: entry.scope === 'Namespaced' })
      }
    }
  }
}

/** Groups of other API servers are known only while those answer. */
function unanswered(group: string): string {
  return `the server behind the API group ${group} does not answer`
}

/** As before 1.26: `value` is the list of the core group's versions, or of the other groups. */
async function askOneByOne(
  client: ApiClient,
  value: Mapping,
  kinds: ServedKind[],
  unknownGroups: Map<string, string>
): Promise<void> {
  const paths = value.kind === 'APIVersions' ? coreVersions(value) : groupVersions(value)
  const answers = await Promise.all(
    paths.map(async (path) => {
      const answer = await client.get(
        path.group === '' ? `/api/${path.version}` : `/apis/${path.group}/${path.version}`
      )
      return { ...path, answer }
    })
  )
  for (const { group, version, answer } of answers) {
    if (!('value' in answer)) {
      unknownGroups.set(group, unanswered(group))
      continue
    }
    for (const entry of mappingsOf(answer.value.resources)) {
      const kind = stringAt(entry, 'kind')
      const resource = stringAt(entry, 'name')
      if (kind === null || resource === null || resource.includes('/') || !canBeListed(entry)) continue
      kinds.push({ kind, group, version, resource, namespaced: entry.namespaced === true })
    }
  }
}

interface GroupVersion {
  readonly group: string
  readonly version: string
}

function coreVersions({ versions }: Mapping): GroupVersion[] {
  return Array.isArray(versions) ? versions.map((version) => ({ group: '', version: String(version) })) : []
}

function groupVersions({ groups }: Mapping): GroupVersion[] {
  return mappingsOf(groups).flatMap((entry) => {
    const group = stringAt(entry, 'name') ?? ''
    const preferred = isMapping(entry.preferredVersion) ? stringAt(entry.preferredVersion, 'version') : null
    const versions = mappingsOf(entry.versions).map((version) => stringAt(version, 'version') ?? '')
    return [...new Set([...(preferred === null ? [] : [preferred]), ...versions])].map((version) => ({
      group,
      version
    }))
  })
}

function canBeListed({ verbs }: Mapping): boolean {
  return Array.isArray(verbs) && verbs.includes('list')
}

function nameOf({ metadata }: Mapping): string {
  return isMapping(metadata) ? (stringAt(metadata, 'name') ?? '') : ''
}

function mappingsOf(list: unknown): Mapping[] {
  return Array.isArray(list) ? list.filter(isMapping) : []
}
