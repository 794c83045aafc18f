import { givenBy } from '../../access/permission.ts'
import { defineControl } from '../define-control.ts'
import { bindingAnalysis, grantProblem } from '../judging/grant-analysis.ts'
import { inNamespaces } from '../judging/permissions.ts'

const createAndRead = inNamespaces({ verbs: ['create', 'get', 'list', 'watch'], resources: ['secrets'] })

export const tokenSecretCreation = defineControl({
  id: 'token-secret-creation',
  title: 'Few can make a token by creating a secret',
  severity: 'medium',
  why: 'A Secret of the type for tokens is filled with one of the account that it names, and does not expire. Who may create secrets and read them has any account in reach.',
  remedy: 'Leave out `create` or the verbs that read, or name the secrets that are read in `resourceNames`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.13'] },
    attack: ['T1528'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  implies: ['namespace-secret-access'],
  analyse: bindingAnalysis(null, (binding, role, subjects) => {
    const given = givenBy(role, createAndRead)
    const verbs = given.flatMap((one) => one.verbs)
    if (!verbs.includes('create') || verbs.length < 2) return null
    return `${grantProblem(binding, role, subjects, given)}, and so make tokens of any account there`
  }),
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [secrets]
          verbs: [create, update]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [secrets]
          verbs: [create]
        - apiGroups: ['']
          resources: [secrets]
          resourceNames: [web-tls]
          verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [secrets]
          verbs: [create, get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
