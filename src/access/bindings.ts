import type { Estate } from '../estate/estate.ts'
import { mappingAt, stringAt } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import { isBuiltInGrant } from './built-in.ts'
import { type AccessRole, type RoleReference, type Roles, rbacGroup } from './roles.ts'
import { type Subject, subjectsOf } from './subject.ts'

/** A RoleBinding or ClusterRoleBinding. */
export interface AccessBinding {
  readonly resource: Resource
  /** `cluster` grants in every namespace and outside of all; else the binding's own namespace alone. */
  readonly scope: 'cluster' | 'namespace'
  /** Of a RoleBinding; null for a ClusterRoleBinding and where a manifest leaves it open. */
  readonly namespace: string | null
  readonly reference: RoleReference
  /** Null where it does not exist or was not read. */
  readonly role: AccessRole | null
  readonly subjects: readonly BoundSubject[]
}

/** One entry of `subjects` that can be somebody. */
export interface BoundSubject {
  readonly subject: Subject
  /** In the binding's list. */
  readonly index: number
  /** True where every cluster grants this, since Kubernetes or its installer made it. */
  readonly builtIn: boolean
}

/** Every binding that was read, in no particular order. */
export function readBindings(estate: Estate, roles: Roles): AccessBinding[] {
  return [
    ...estate.ofKind('ClusterRoleBinding', rbacGroup).map((resource) => bindingOf(resource, 'cluster', roles)),
    ...estate.ofKind('RoleBinding', rbacGroup).map((resource) => bindingOf(resource, 'namespace', roles))
  ]
}

function bindingOf(resource: Resource, scope: AccessBinding['scope'], roles: Roles): AccessBinding {
  const namespace = scope === 'cluster' ? null : resource.namespace
  const written = mappingAt(resource.object, 'roleRef') ?? {}
  const reference = { kind: stringAt(written, 'kind') ?? '', name: stringAt(written, 'name') ?? '' }
  const place = { namespace, name: resource.name }
  const subjects = subjectsOf(resource.object.subjects, namespace).flatMap((subject, index) =>
    subject === null ? [] : [{ subject, index, builtIn: isBuiltInGrant(place, reference, subject) }]
  )
  const isRoleInCluster = scope === 'cluster' && reference.kind === 'Role'
  return {
    resource,
    scope,
    namespace,
    reference,
    role: isRoleInCluster ? null : roles.of(resource, reference),
    subjects
  }
}
