import type { Estate } from '../../estate/estate.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { namespacesListed } from '../../rtf/fabric/authorization.ts'
import { rtfRoleName } from '../../rtf/fabric/role-name.ts'
import type { RtfFacts } from '../../rtf/facts/facts.ts'
import { authorizedNamespacesName, rtfLabels } from '../../rtf/facts/names.ts'
import { fails, passes, type Settings, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const rbac = 'rbac.authorization.k8s.io'

function* judge(estate: Estate, { rtf }: Settings): Iterable<Verdict> {
  for (const binding of estate.ofKind('ClusterRoleBinding', rbac)) {
    if (agentsOf(binding, rtf).length === 0) continue
    yield fails(binding, 'the binding lets the agent of Runtime Fabric act in every namespace', {
      path: ['roleRef', 'name']
    })
  }
  const authorized = namespacesByAgent(estate)
  for (const binding of estate.ofKind('RoleBinding', rbac)) {
    const { namespace } = binding
    const unlisted = agentsOf(binding, rtf).filter(
      (agent) => namespace !== null && authorized.get(agent)?.has(namespace) === false
    )
    if (agentsOf(binding, rtf).length === 0) continue
    if (unlisted.length === 0) yield passes(binding)
    else {
      yield fails(
        binding,
        `the binding lets the agent of Runtime Fabric act in "${namespace}", which ConfigMap ${authorizedNamespacesName} does not list`,
        { path: ['metadata', 'namespace'] }
      )
    }
  }
  for (const namespace of estate.ofKind('Namespace', '')) {
    const agent = labelsOf(namespace)[rtfLabels.agentNamespace]
    const listed = typeof agent === 'string' ? authorized.get(agent) : undefined
    if (listed === undefined || namespace.name === null) continue
    yield listed.has(namespace.name)
      ? passes(namespace)
      : fails(
          namespace,
          `namespace "${namespace.name}" is one of Runtime Fabric, and ConfigMap ${authorizedNamespacesName} does not list it`
        )
  }
}

/** The namespaces of the agents to whose accounts a binding gives the role of the agent. */
function agentsOf({ object }: Resource, rtf: RtfFacts): string[] {
  const role = mappingAt(object, 'roleRef')?.name
  const { subjects } = object
  if (typeof role !== 'string' || rtfRoleName(rtf, role) !== 'rtf:agent' || !Array.isArray(subjects)) return []
  return subjects.flatMap((subject: unknown) =>
    isMapping(subject) && subject.kind === 'ServiceAccount' ? String(subject.namespace ?? '') : []
  )
}

/** For each agent that has such a ConfigMap: the namespaces that it lists, and the agent's own. */
function namespacesByAgent(estate: Estate): ReadonlyMap<string, ReadonlySet<string>> {
  const maps = estate.ofKind('ConfigMap', '').filter(({ name }) => name === authorizedNamespacesName)
  return new Map(
    maps.flatMap((map) =>
      map.namespace === null ? [] : [[map.namespace, new Set([map.namespace, ...namespacesListed(map)])] as const]
    )
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
    needs: ({ kind, name }) => kind !== 'ConfigMap' || name === authorizedNamespacesName,
    judge: (estate, _exceptions, _fitness, settings) => judge(estate, settings)
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
      kind: ConfigMap
      metadata:
        name: authorized-namespaces
        namespace: rtf-test
      data:
        SANDBOX: mule-sandbox
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: rtf-agent
        namespace: mule-production
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: rtf:agent-rtf-test
      subjects:
        - kind: ServiceAccount
          name: rtf-agent
          namespace: rtf-test
      `
    ]
  }
})
