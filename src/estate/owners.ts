import type { Estate } from './estate.ts'
import { isMapping, mappingAt, stringAt } from './mapping.ts'
import { groupOf, type Resource } from './resource.ts'

/** One entry of `metadata.ownerReferences`. */
export interface OwnerReference {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string | null
  /** True for the one owner that manages the object. */
  readonly controller: boolean
}

/** The owners that an object names, as far as they are well formed. */
export function ownerReferences(resource: Resource): OwnerReference[] {
  const list = mappingAt(resource.object, 'metadata')?.ownerReferences
  if (!Array.isArray(list)) return []
  const references: OwnerReference[] = []
  for (const entry of list) {
    if (!isMapping(entry)) continue
    const apiVersion = stringAt(entry, 'apiVersion')
    const kind = stringAt(entry, 'kind')
    const name = stringAt(entry, 'name')
    if (apiVersion === null || kind === null || name === null) continue
    references.push({ apiVersion, kind, name, uid: stringAt(entry, 'uid'), controller: entry.controller === true })
  }
  return references
}

/** The owner that manages the object, if one does. */
export function controllerOf(resource: Resource): OwnerReference | undefined {
  return ownerReferences(resource).find((reference) => reference.controller)
}

/** Controllers that give new names to what they make, with each revision, run or pod. */
const renaming = new Set(['Deployment', 'ReplicaSet', 'ReplicationController', 'DaemonSet', 'CronJob', 'Job'])

/**
 * A name for what a controller makes that outlasts it: that of its controller, without what changes from one revision or
 * run to the next. Null where the object's own name lasts.
 */
export function lastingName(resource: Resource): string | null {
  const controller = controllerOf(resource)
  if (controller === undefined || !renaming.has(controller.kind)) return null
  const { kind, name } = controller
  const labels = mappingAt(resource.object, 'metadata')?.labels
  const hash = isMapping(labels) ? stringAt(labels, 'pod-template-hash') : null
  if (kind === 'ReplicaSet' && hash !== null && name.endsWith(`-${hash}`)) {
    return `${kind} ${name.slice(0, -hash.length - 1)}`
  }
  // A CronJob names its Jobs by the minute for which they were due.
  return kind === 'Job' ? `${kind} ${name.replace(/-\d{8,}$/, '')}` : `${kind} ${name}`
}

/** The unique id that the API server gave the object; null for a manifest. */
export function uidOf(resource: Resource): string | null {
  const metadata = mappingAt(resource.object, 'metadata')
  return metadata === undefined ? null : stringAt(metadata, 'uid')
}

/**
 * The chain of controllers above a resource, nearest first, as far as the estate knows them: the ReplicaSet and then
 * the Deployment of a pod. A chain that returns to itself ends there.
 */
export function controllersAbove(estate: Estate, resource: Resource): Resource[] {
  const chain: Resource[] = []
  const seen = new Set([resource])
  for (let owner = controllerIn(estate, resource); owner !== undefined; owner = controllerIn(estate, owner)) {
    if (seen.has(owner)) break
    seen.add(owner)
    chain.push(owner)
  }
  return chain
}

/** The top of the chain: the resource that a user would edit to change this one. */
export function rootController(estate: Estate, resource: Resource): Resource {
  return controllersAbove(estate, resource).at(-1) ?? resource
}

function controllerIn(estate: Estate, resource: Resource): Resource | undefined {
  const reference = controllerOf(resource)
  return reference === undefined ? undefined : resolve(estate, resource, reference)
}

/** An owner is cluster-scoped or in the same namespace. The uid decides where both sides have one. */
function resolve(estate: Estate, owned: Resource, reference: OwnerReference): Resource | undefined {
  const group = groupOf(reference.apiVersion)
  const candidates = estate
    .ofKind(reference.kind, group)
    .filter(({ name, namespace }) => name === reference.name && (namespace === null || namespace === owned.namespace))
  if (reference.uid === null) return candidates[0]
  return (
    candidates.find((candidate) => uidOf(candidate) === reference.uid) ??
    candidates.find((candidate) => uidOf(candidate) === null)
  )
}
