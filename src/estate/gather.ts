import { isConfigurationKind } from '../kubernetes/api-types.ts'
import { openshiftGroup } from './components/openshift.ts'
import { isMapping, type Mapping } from './mapping.ts'
import type { Path } from './path.ts'
import { groupOf, makeResource, type Origin, type Resource } from './resource.ts'

/** Something about one object that the API server would refuse. */
export interface Fault {
  readonly document: number
  /** From the document's root. */
  readonly path: Path
  readonly message: string
}

export interface Gathered {
  readonly resources: Resource[]
  readonly faults: Fault[]
}

/**
 * Kinds that a cluster only stores with metadata: without it they are a user's mistake. Other kinds without metadata are
 * the configuration of some tool, or an answer of the API that is never stored.
 */
const storedKinds: ReadonlySet<string> = new Set(
  `Pod PodTemplate ReplicationController ReplicaSet Deployment StatefulSet DaemonSet Job CronJob
  Namespace Node Service Endpoints ConfigMap Secret ServiceAccount LimitRange ResourceQuota
  PersistentVolume PersistentVolumeClaim StorageClass PriorityClass RuntimeClass
  Role RoleBinding ClusterRole ClusterRoleBinding NetworkPolicy Ingress IngressClass
  HorizontalPodAutoscaler PodDisruptionBudget CustomResourceDefinition
  ValidatingWebhookConfiguration MutatingWebhookConfiguration
  ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding`.split(/\s+/)
)

/**
 * Adds every resource in one document's value: the object itself, or each item of a `List` kind. A bad item becomes a
 * fault and never costs the others. False where the value is no Kubernetes object at all.
 */
export function gatherResources(value: unknown, origin: Origin, into: Gathered): boolean {
  if (!isMapping(value)) return false
  const { apiVersion, kind } = value
  if (typeof apiVersion !== 'string' || apiVersion === '' || typeof kind !== 'string' || kind === '') {
    return reportHalfTyped(value, origin, into)
  }
  if (isListKind(kind, value)) {
    unfold(value, apiVersion, kind, origin, into)
    return true
  }
  return addResource(value, apiVersion, kind, origin, into)
}

function addResource(object: Mapping, apiVersion: string, kind: string, origin: Origin, into: Gathered): boolean {
  if (object.metadata === undefined || object.metadata === null) {
    if (isConfigurationKind(apiVersion, kind) || groupOf(apiVersion) === openshiftGroup) {
      into.resources.push(makeResource(apiVersion, kind, object, origin))
      return true
    }
    if (!storedKinds.has(kind) || !isBuiltInGroup(groupOf(apiVersion))) return false
    into.faults.push(fault(origin, [], `metadata is missing: every ${kind} needs metadata with a name`))
  }
  into.resources.push(makeResource(apiVersion, kind, object, origin))
  return true
}

/** The groups of Kubernetes itself have no dot, or end in its own domain. */
function isBuiltInGroup(group: string): boolean {
  return !group.includes('.') || group.endsWith('.k8s.io')
}

/** An object with metadata and only one of kind and apiVersion was meant for a cluster; without metadata it is anything. */
function reportHalfTyped(object: Mapping, origin: Origin, into: Gathered): boolean {
  if (!isMapping(object.metadata)) return false
  const { apiVersion, kind } = object
  if (typeof kind === 'string' && kind !== '') {
    into.faults.push(
      fault(origin, wrongKey(object, 'apiVersion'), `${absence('apiVersion', apiVersion)} of this ${kind}`)
    )
    return true
  }
  if (typeof apiVersion === 'string' && apiVersion !== '') {
    into.faults.push(fault(origin, wrongKey(object, 'kind'), `${absence('kind', kind)} of this ${apiVersion} object`))
    return true
  }
  return false
}

function wrongKey(object: Mapping, key: string): Path {
  return key in object ? [key] : []
}

function absence(key: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return `${key} is missing: write the ${key}`
  return `${key} is not a string: write the ${key}`
}

/** Kinds named `…List` hold `items`; a custom resource that merely ends in List does not. */
function isListKind(kind: string, object: Mapping): boolean {
  if (!kind.endsWith('List')) return false
  return kind === 'List' || Array.isArray(object.items)
}

function unfold(list: Mapping, apiVersion: string, kind: string, origin: Origin, into: Gathered): void {
  const { items } = list
  if (items === undefined || items === null) return
  if (!Array.isArray(items)) {
    into.faults.push(fault(origin, ['items'], `items of a ${kind} must be a list`))
    return
  }
  // A typed list, such as a PodList, lets its items leave out what the list's own kind says.
  const itemType = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) }
  items.forEach((item: unknown, index) => {
    const prefix = [...origin.prefix, 'items', index]
    if (!addItem(item, itemType, { ...origin, prefix }, into)) {
      into.faults.push({
        document: origin.document,
        path: prefix,
        message: `item ${index} of this ${kind} is not a Kubernetes object`
      })
    }
  })
}

function addItem(
  item: unknown,
  itemType: { apiVersion: string; kind: string } | undefined,
  origin: Origin,
  into: Gathered
): boolean {
  if (itemType !== undefined && isMapping(item) && item.kind === undefined && item.apiVersion === undefined) {
    return addResource(item, itemType.apiVersion, itemType.kind, origin, into)
  }
  return gatherResources(item, origin, into)
}

function fault(origin: Origin, path: Path, message: string): Fault {
  return { document: origin.document, path: [...origin.prefix, ...path], message }
}
