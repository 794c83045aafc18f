import { defineControl } from '../define-control.ts'

export const anyUidBinding = defineControl({
  id: 'any-uid-binding',
  title: 'On OpenShift, no account may use constraints that let containers run as root',
  severity: 'high',
  why: 'OpenShift gives each namespace a range of users that are not root. The constraint `anyuid` takes that away for every pod of the account, `privileged` every other limit, too.',
  remedy:
    "Bind `system:openshift:scc:nonroot-v2` or `restricted-v2` instead, and only where the range of the namespace does not do. MuleSoft's instructions bind `anyuid` to accounts of the agent and again in each namespace of applications, though none of its containers needs root: try without, namespace by namespace, and tolerate by an exception what has to stay.",
  maps: {
    guide: ['pod.non-root', 'pod.technical-control.root'],
    nsa: ['1.1'],
    attack: ['T1611', 'T1098.006']
  },
  each: 'resource',
  kinds: ['RoleBinding', 'ClusterRoleBinding'],
  require:
    "!(self.?roleRef.?name.orValue('') in ['system:openshift:scc:anyuid', 'system:openshift:scc:privileged', 'system:openshift:scc:hostaccess', 'system:openshift:scc:hostmount-anyuid', 'system:openshift:scc:hostnetwork', 'system:openshift:scc:hostnetwork-v2'])",
  at: 'roleRef.name',
  message: 'the binding lets pods of its accounts use the constraint {roleRef.name}',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-agent-scc
        namespace: rtf
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:openshift:scc:nonroot-v2
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-anyuid
        namespace: mule-production
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: system:openshift:scc:anyuid
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `
    ]
  }
})
