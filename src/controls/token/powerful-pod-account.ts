import { accessOf } from '../../access/access.ts'
import { accountOf, hasToken, rightsOf } from '../../access/accounts.ts'
import type { AccessBinding } from '../../access/bindings.ts'
import { givenBy, ruleForEverything } from '../../access/permission.ts'
import { defineControl } from '../define-control.ts'
import { deedWords } from '../judging/grant-words.ts'
import {
  actAsOthers,
  createPods,
  createTokens,
  escalateRoles,
  readSecrets,
  useNodeProxy
} from '../judging/permissions.ts'
import { podAccountAnalysis } from '../judging/token-verdicts.ts'

/** With any of these in all namespaces, one gets the token of an administrator or the root of a node. */
const takeover = [readSecrets, createPods, escalateRoles, actAsOthers, createTokens, useNodeProxy].flat()

function takeoverBy({ scope, role }: AccessBinding): string | null {
  if (scope !== 'cluster' || role === null) return null
  if (ruleForEverything(role) !== undefined) return 'do everything in the cluster'
  const given = givenBy(role, takeover)
  return given.length === 0 ? null : `${deedWords(given)} in all namespaces`
}

export const powerfulPodAccount = defineControl({
  id: 'powerful-pod-account',
  title: 'Pods do not run as accounts that can take over the cluster',
  severity: 'high',
  why: 'Whoever breaks into such a pod reads its token, and then owns the cluster: it may do everything, or may give itself the rights to.',
  remedy:
    'Give the account a role with what the program calls, in the namespaces where it works. Run what needs more in a cluster of its own.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['1.19', '3.11'],
    kubescape: ['C-0267', 'C-0272', 'C-0053'],
    attack: ['T1528', 'T1552.007'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K02', 'K09'] }
  },
  analyse: podAccountAnalysis('serviceAccountName', (estate, pod) => {
    if (!hasToken(estate, pod)) return null
    for (const { binding } of rightsOf(accessOf(estate), pod)) {
      const deed = takeoverBy(binding)
      if (deed === null || binding.role === null) continue
      return `pod acts as service account "${accountOf(pod).name}", which may ${deed} by ClusterRoleBinding "${binding.resource.name}"`
    }
    return null
  }),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        automountServiceAccountToken: false
        containers:
          - name: app
            image: registry.example/web:1.4
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: cluster-admin
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        serviceAccountName: web
        containers:
          - name: app
            image: registry.example/web:1.4
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [secrets]
          verbs: [list]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: web
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
