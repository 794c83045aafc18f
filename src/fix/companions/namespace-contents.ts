import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import type { Resource } from '../../estate/resource.ts'
import { isSystemNamespace } from '../../estate/user-namespaces.ts'
import type { PodView } from '../../estate/workload.ts'
import { podMakers } from './pod-makers.ts'
import { makesUnseenPods } from './unseen-pods.ts'

/** What the input says of one namespace. */
export interface NamespaceContents {
  readonly name: string
  /** Its own manifest; null where the input has none. */
  readonly object: Resource | null
  readonly resources: readonly Resource[]
  /** The pods that objects of it describe, without those that a workload has made. */
  readonly pods: readonly PodView[]
  /** Custom resources from which, and workloads by which, pods may be made that nobody sees here. */
  readonly unseen: readonly Resource[]
  /** A running cluster was read, so that what is not here does not exist. */
  readonly live: boolean
}

/** What a namespace may be called; a variable that somebody will replace is no name yet. */
const namespaceName = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/

/**
 * Every namespace of the user that the input describes or puts pods into, sorted by name. Of `default`, into which
 * everybody puts things, only who describes the namespace itself sees enough.
 */
export function namespacesOf(estate: Estate): NamespaceContents[] {
  const pods = Map.groupBy(
    estate.pods.filter(({ resource }) => resource.kind !== 'PodTemplate' && !isMadeByWorkload(resource)),
    ({ resource }) => resource.namespace ?? ''
  )
  const objects = new Map(estate.ofKind('Namespace', '').map((object) => [object.name ?? '', object]))
  const names = [...new Set([...objects.keys(), ...pods.keys()])].filter(
    (name) => namespaceName.test(name) && !isSystemNamespace(name) && (name !== 'default' || objects.has(name))
  )
  return names.sort().map((name) => {
    const resources = estate.inNamespace(name)
    const own = pods.get(name) ?? []
    return {
      name,
      object: objects.get(name) ?? null,
      resources,
      pods: own,
      unseen: estate.isLive ? [] : [...resources.filter(makesUnseenPods), ...podMakers(estate, name, own)],
      live: estate.isLive
    }
  })
}
