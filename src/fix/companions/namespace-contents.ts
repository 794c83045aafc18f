import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import type { Resource } from '../../estate/resource.ts'
import { isSystemNamespace } from '../../estate/user-namespaces.ts'
import type { PodView } from '../../estate/workload.ts'
import { makesUnseenPods } from './unseen-pods.ts'

/** What the input says of one namespace. */
export interface NamespaceContents {
  readonly name: string
  /** Its own manifest; null where the input has none. */
  readonly object: Resource | null
  readonly resources: readonly Resource[]
  /** The pods that objects of it describe, without those that a workload has made. */
  readonly pods: readonly PodView[]
  /** Objects from which some controller may make pods that nobody sees here. */
  readonly unseen: readonly Resource[]
  /** A running cluster was read, so that what is not here does not exist. */
  readonly live: boolean
}

/** What a namespace may be called; a variable that somebody will replace is no name yet. */
const namespaceName = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/

/** Every namespace of the user that the input describes or puts pods into, sorted by name. */
export function namespacesOf(estate: Estate): NamespaceContents[] {
  const pods = Map.groupBy(
    estate.pods.filter(({ resource }) => resource.kind !== 'PodTemplate' && !isMadeByWorkload(resource)),
    ({ resource }) => resource.namespace ?? ''
  )
  const objects = new Map(estate.ofKind('Namespace', '').map((object) => [object.name ?? '', object]))
  const names = [...new Set([...objects.keys(), ...pods.keys()])].filter(
    (name) => namespaceName.test(name) && !isSystemNamespace(name)
  )
  return names.sort().map((name) => {
    const resources = estate.inNamespace(name)
    return {
      name,
      object: objects.get(name) ?? null,
      resources,
      pods: pods.get(name) ?? [],
      unseen: estate.isLive ? [] : resources.filter(makesUnseenPods),
      live: estate.isLive
    }
  })
}
