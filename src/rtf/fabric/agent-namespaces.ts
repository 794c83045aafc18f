import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import type { RtfFacts } from '../facts/facts.ts'
import { versionImages } from '../facts/images.ts'
import { authorizedNamespacesName, rtfGroup, rtfKinds, rtfLabels } from '../facts/names.ts'
import { rtfImageOf } from './image-name.ts'
import type { PodsOf } from './pods-of.ts'

/**
 * The namespaces in which an agent of Runtime Fabric is or should be, each with what shows it, sorted by name. Several
 * agents may share a cluster.
 */
export function agentNamespaces(estate: Estate, facts: RtfFacts, pods: PodsOf): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>()
  const note = (namespace: unknown, evidence: string): void => {
    if (typeof namespace !== 'string' || namespace === '') return
    const known = found.get(namespace)
    if (known === undefined) found.set(namespace, new Set([evidence]))
    else known.add(evidence)
  }
  for (const resource of estate.ofKind('Deployment', 'apps')) {
    if (isAgent(resource, facts, pods)) note(resource.namespace, `Deployment ${resource.name}`)
  }
  for (const { name, namespace } of estate.ofKind('ConfigMap', '')) {
    if (name === authorizedNamespacesName) note(namespace, `ConfigMap ${authorizedNamespacesName}`)
  }
  for (const kind of [rtfKinds.route, rtfKinds.persistence]) {
    for (const { namespace, name } of estate.ofKind(kind, rtfGroup)) note(namespace, `${kind} ${name}`)
  }
  for (const resource of estate.labelled(rtfLabels.agentNamespace)) {
    const named = labelsOf(resource)[rtfLabels.agentNamespace]
    if (resource.kind === 'Namespace') note(named, `label of Namespace ${resource.name}`)
    else if (resource.kind === 'Deployment') note(named, 'labels of applications')
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, evidence]) => [name, [...evidence]]))
}

/** The agent runs an image of its own name, whatever the registry; its Deployment is called `agent`. */
export function isAgent(resource: Resource, facts: RtfFacts, pods: PodsOf): boolean {
  if (resource.kind !== 'Deployment') return false
  const containers = pods(resource).flatMap((pod) => pod.containers)
  const images = containers.map(({ object }) => rtfImageOf(facts, object.image)?.name)
  if (images.some((image) => image !== undefined && versionImages.includes(image))) return true
  return resource.name === 'agent' && containers.some(({ name }) => name === 'rtfd')
}
