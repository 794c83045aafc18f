import type { Rule } from '../control.ts'
import { defineControl } from '../define-control.ts'

/** Roles that Kubernetes ships and keeps. */
const shipped = `
  meta.?labels['kubernetes.io/bootstrapping'].orValue('') == 'rbac-defaults' &&
  (meta.name.startsWith('system:') || meta.name == 'cluster-admin')`

/** What makes a role one of an administrator. */
const everything = `
  '*' in self.?verbs.orValue([]) && '*' in self.?resources.orValue([]) && '*' in self.?apiGroups.orValue([])`

/** One finding for each rule of a role, at the widest of its wildcards. */
const rules: readonly Rule[] = [
  {
    ...wildcard(everything, 'verbs'),
    message: 'a rule of the role allows everything, now and in later versions'
  },
  {
    ...wildcard(`'*' in self.?verbs.orValue([]) && !(${everything})`, 'verbs'),
    message: 'a rule of the role allows every verb, those of later versions included'
  },
  {
    ...wildcard("!('*' in self.?verbs.orValue([])) && '*' in self.?resources.orValue([])", 'resources'),
    message: 'a rule of the role is about every resource of its API groups, those of later versions included'
  },
  {
    ...wildcard(
      `!('*' in self.?verbs.orValue([])) && !('*' in self.?resources.orValue([])) &&
      self.?resources.orValue([]).exists(name, name.startsWith('*/'))`,
      'resources'
    ),
    message: 'a rule of the role is about a subresource of every resource'
  },
  {
    ...wildcard(
      `!('*' in self.?verbs.orValue([])) &&
      !self.?resources.orValue([]).exists(name, name == '*' || name.startsWith('*/')) && '*' in self.?apiGroups.orValue([])`,
      'apiGroups'
    ),
    message: 'a rule of the role is about every API group, those installed later included'
  },
  {
    ...wildcard(
      "!('*' in self.?verbs.orValue([])) && self.?nonResourceURLs.orValue([]).exists(url, url in ['*', '/*'])",
      'nonResourceURLs'
    ),
    message: 'a rule of the role is about every path of the API server'
  }
]

function wildcard(found: string, at: string): Pick<Rule, 'each' | 'kinds' | 'require' | 'at'> {
  return {
    each: { in: 'resource', list: 'rules' },
    kinds: ['Role', 'ClusterRole'],
    require: `!(${found}) || (${shipped})`,
    at
  }
}

export const roleWildcard = defineControl({
  id: 'role-wildcard',
  title: 'Roles name what they allow',
  severity: 'medium',
  why: 'A wildcard allows what nobody thought of: verbs such as `escalate`, secrets beside settings, and whatever is installed next year.',
  remedy: 'List the verbs, API groups and resources that are used.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.11'],
    cis: { '1.8': ['5.1.3'] },
    kubescape: ['C-0187'],
    attack: ['T1098.006'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  rules,
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [pods, pods/log]
          verbs: [get, list, watch]
        - nonResourceURLs: [/metrics, /healthz/*]
          verbs: [get]
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: cluster-admin
        labels:
          kubernetes.io/bootstrapping: rbac-defaults
      rules:
        - apiGroups: ['*']
          resources: ['*']
          verbs: ['*']
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: everything
      rules:
        - apiGroups: ['*']
          resources: ['*']
          verbs: ['*']
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: web
        namespace: shop
      rules:
        - apiGroups: ['']
          resources: [configmaps]
          verbs: ['*', get]
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: [apps]
          resources: ['*/scale', deployments]
          verbs: [get]
      `,
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['*']
          resources: [widgets]
          verbs: [get]
        - nonResourceURLs: ['*']
          verbs: [get]
      `
    ]
  }
})
