import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

/** The role of the agent, with the namespace of the agent behind it on newer installations. */
const agentRole = /^rtf:agent(?:-[a-z0-9-]+)?$/
const configMap = 'authorized-namespaces'

function* judge(estate: Estate): Iterable<Verdict> {
  for (const binding of estate.ofKind('ClusterRoleBinding', 'rbac.authorization.k8s.io')) {
    if (bindsAgent(binding)) {
      yield fails(binding, 'the binding lets the agent of Runtime Fabric act in every namespace', {
        path: ['roleRef', 'name']
      })
    }
  }
  const authorized = namespacesListed(estate)
  for (const binding of estate.ofKind('RoleBinding', 'rbac.authorization.k8s.io')) {
    if (!bindsAgent(binding)) continue
    const { namespace } = binding
    if (authorized === null || namespace === null || authorized.has(namespace)) yield passes(binding)
    else {
      yield fails(
        binding,
        `the binding lets the agent of Runtime Fabric act in "${namespace}", which ConfigMap ${configMap} does not list`,
        { path: ['metadata', 'namespace'] }
      )
    }
  }
  if (authorized === null) return
  for (const namespace of estate.ofKind('Namespace', '')) {
    if (!Object.hasOwn(labelsOf(namespace), 'rtf.mulesoft.com/agentNamespace') || namespace.name === null) continue
    yield authorized.has(namespace.name)
      ? passes(namespace)
      : fails(
          namespace,
          `namespace "${namespace.name}" is one of Runtime Fabric, and ConfigMap ${configMap} does not list it`
        )
  }
}

function bindsAgent({ object }: Resource): boolean {
  const role = mappingAt(object, 'roleRef')?.name
  const { subjects } = object
  if (typeof role !== 'string' || !agentRole.test(role) || !Array.isArray(subjects)) return false
  return subjects.some((subject: unknown) => isMapping(subject) && subject.kind === 'ServiceAccount')
}

/** The namespaces of all such ConfigMaps, and those in which they stand; null where none was read. */
function namespacesListed(estate: Estate): ReadonlySet<string> | null {
  const maps = estate.ofKind('ConfigMap', '').filter(({ name }) => name === configMap)
  if (maps.length === 0) return null
  return new Set(
    maps.flatMap(({ namespace, object }) => [
      ...(namespace === null ? [] : [namespace]),
      ...Object.values(mappingAt(object, 'data') ?? {}).flatMap((value) => String(value).split(/[\s,]+/))
    ])
  )
}

export const authorizedNamespaces = defineControl({
  id: 'authorized-namespaces',
  title: 'Runtime Fabric acts in namespaces that were authorized for it only',
  severity: 'high',
  why: 'The agent creates pods, reads secrets and changes roles wherever it may act: in all namespaces, whoever takes it over owns the cluster.',
  remedy:
    'Install with `global.authorizedNamespaces: true`, list the namespaces in ConfigMap `authorized-namespaces`, and bind the role of the agent in these by RoleBindings.',
  maps: { guide: ['namespace.authorized', 'namespace.isolation', 'access.least-privilege'] },
  analyse: {
    reads: ['Namespace', 'ConfigMap', 'RoleBinding', 'ClusterRoleBinding'],
    needs: ({ kind, name }) => kind !== 'ConfigMap' || name === configMap,
    judge
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: authorized-namespaces
        namespace: rtf
      data:
        PRODUCTION: mule-production
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-agent
        namespace: mule-production
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:agent-rtf
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: rtf:agent
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:agent
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `,
      `
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: authorized-namespaces
        namespace: rtf
      data:
        PRODUCTION: mule-production
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-sandbox
        labels:
          rtf.mulesoft.com/agentNamespace: rtf
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-agent
        namespace: mule-sandbox
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:agent-rtf
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf
      `
    ]
  }
})
