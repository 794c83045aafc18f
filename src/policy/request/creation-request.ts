import type { Resource } from '../../estate/resource.ts'
import type { KnownObjects } from '../known-objects.ts'
import { admittedObject } from './admitted-object.ts'
import type { AdmissionRequest, UserInfo } from './request.ts'

/** What is known of a request besides the object. */
export interface Sender {
  /** Null where that is not known. */
  readonly userInfo: UserInfo | null
  readonly dryRun: boolean
  /** Such as 2026-01-31T12:00:00Z. */
  readonly time: string
}

/** Objects of which the manifest leaves the namespace to whoever applies it go there, as kubectl does it. */
const usualNamespace = 'default'

/** The request by which an object is created. */
export function creationRequest(resource: Resource, known: KnownObjects, sender: Sender): AdmissionRequest {
  const { apiVersion, kind } = resource
  const { kinds } = known
  const isNamespaced = kinds.isNamespaced(apiVersion, kind)
  const namespace = isNamespaced ? (resource.namespace ?? usualNamespace) : ''
  const name = resource.name ?? (resource.generateName === null ? '' : `${resource.generateName}xxxxx`)
  const object = admittedObject(resource, { namespace, time: sender.time }, kinds, known.podSurroundings(namespace))
  return {
    operation: 'CREATE',
    type: kinds.typeOf(apiVersion, kind),
    subresource: '',
    name,
    namespace: apiVersion === 'v1' && kind === 'Namespace' ? name : namespace,
    object,
    oldObject: null,
    userInfo: sender.userInfo,
    dryRun: sender.dryRun,
    options: {
      kind: 'CreateOptions',
      apiVersion: 'meta.k8s.io/v1',
      ...(sender.dryRun ? { dryRun: ['All'] } : {})
    }
  }
}
