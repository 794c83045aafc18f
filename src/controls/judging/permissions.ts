import type { Permission } from '../../access/permission.ts'

/** Permissions on one resource, or on several with the same verbs. */
interface Resources {
  readonly verbs: readonly string[]
  readonly group?: string
  readonly resources: readonly string[]
  readonly names?: readonly string[]
}

/** On resources that are in namespaces. */
export function inNamespaces(given: Resources): Permission[] {
  return permissions(given, true)
}

/** On resources that are in none, which a RoleBinding cannot grant. */
export function inCluster(given: Resources): Permission[] {
  return permissions(given, false)
}

function permissions({ verbs, group = '', resources, names }: Resources, namespaced: boolean): Permission[] {
  return resources.map((resource) => ({
    verbs,
    group,
    resource,
    namespaced,
    ...(names === undefined ? {} : { names })
  }))
}

/** Reading a secret by any of these gives its content. */
export const readSecrets = inNamespaces({ verbs: ['get', 'list', 'watch'], resources: ['secrets'] })

/**
 * Making pods, directly or by what makes them. Who may change the template of a workload runs what he likes as well;
 * a pod itself can be changed in little but its images.
 */
export const createPods: readonly Permission[] = [
  ...inNamespaces({ verbs: ['create'], resources: ['pods'] }),
  ...inNamespaces({
    verbs: ['create', 'update', 'patch'],
    group: 'apps',
    resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets']
  }),
  ...inNamespaces({ verbs: ['create', 'update', 'patch'], group: 'batch', resources: ['cronjobs'] }),
  // The template of a Job cannot be changed.
  ...inNamespaces({ verbs: ['create'], group: 'batch', resources: ['jobs'] }),
  ...inNamespaces({ verbs: ['create', 'update', 'patch'], resources: ['replicationcontrollers'] })
]

const rbacGroup = 'rbac.authorization.k8s.io'

/**
 * Binding or writing roles beyond one's own rights. Whether a ClusterRole may be bound is asked in the namespace of the
 * binding, so a RoleBinding can grant that, too.
 */
export const escalateRoles: readonly Permission[] = [
  ...inNamespaces({ verbs: ['bind'], group: rbacGroup, resources: ['clusterroles'], names: ['cluster-admin'] }),
  ...inNamespaces({ verbs: ['bind', 'escalate'], group: rbacGroup, resources: ['roles'] }),
  ...inCluster({ verbs: ['escalate'], group: rbacGroup, resources: ['clusterroles'], names: ['cluster-admin'] })
]

/**
 * Acting as somebody else. Further attributes (uids, extra fields) cannot be taken without a user, and verbs with a colon
 * are those of constrained impersonation.
 */
export const actAsOthers: readonly Permission[] = [
  ...inCluster({ verbs: ['impersonate'], resources: ['users'] }),
  ...inCluster({ verbs: ['impersonate'], resources: ['groups'], names: ['system:masters'] }),
  ...inNamespaces({ verbs: ['impersonate'], resources: ['serviceaccounts'] }),
  ...inCluster({ verbs: ['impersonate:user-info'], group: 'authentication.k8s.io', resources: ['users', 'groups'] }),
  ...inNamespaces({
    verbs: ['impersonate:serviceaccount'],
    group: 'authentication.k8s.io',
    resources: ['serviceaccounts']
  }),
  ...inCluster({ verbs: ['impersonate:arbitrary-node'], group: 'authentication.k8s.io', resources: ['nodes'] })
]

export const createTokens = inNamespaces({ verbs: ['create'], resources: ['serviceaccounts/token'] })

export const useNodeProxy = inCluster({
  verbs: ['get', 'create', 'update', 'patch', 'delete'],
  resources: ['nodes/proxy']
})

export const changeAdmission = inCluster({
  verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'],
  group: 'admissionregistration.k8s.io',
  resources: [
    'validatingwebhookconfigurations',
    'mutatingwebhookconfigurations',
    'validatingadmissionpolicies',
    'validatingadmissionpolicybindings',
    'mutatingadmissionpolicies',
    'mutatingadmissionpolicybindings'
  ]
})
