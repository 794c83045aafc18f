import { anchorKinds, clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { podViews } from '../../estate/workload.ts'
import { agentNamespaces, isAgent } from '../../rtf/fabric/agent-namespaces.ts'
import { rtfRoleName } from '../../rtf/fabric/role-name.ts'
import { documentedFacts, type RtfFacts } from '../../rtf/facts/facts.ts'
import { authorizedNamespacesName, rtfDefinitions, rtfPriorityClass } from '../../rtf/facts/names.ts'
import { fails, passes, type Settings, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

/** Kinds of what uninstalling leaves behind. */
const left = ['CustomResourceDefinition', 'PriorityClass', 'ClusterRole']

function* judge(estate: Estate, { rtf }: Settings): Iterable<Verdict> {
  const own = left.flatMap((kind) => estate.ofKind(kind)).filter((resource) => isOfFabric(resource, rtf))
  // Only of a whole cluster it can be said that no agent is there.
  if (own.length === 0 || clusterAnchor(estate) === null) return
  const agents = agentNamespaces(estate, rtf, podViews)
  for (const resource of own) {
    yield agents.size > 0
      ? passes(resource)
      : fails(resource, `the ${resource.kind} is left of a Runtime Fabric that is not there any more`)
  }
}

function isOfFabric({ kind, name }: Resource, rtf: RtfFacts): boolean {
  if (name === null) return false
  if (kind === 'ClusterRole') return name.startsWith('rtf:') && rtfRoleName(rtf, name) !== null
  return rtfDefinitions.includes(name) || name === rtfPriorityClass
}

/** What shows that an agent is there, that the cluster is read as a whole, and what may be left. */
function isNeeded(resource: Resource): boolean {
  const { kind, name, namespace } = resource
  switch (kind) {
    case 'Namespace':
      return true
    case 'ConfigMap':
      return name === authorizedNamespacesName
    case 'DaemonSet':
      return namespace === 'kube-system'
    case 'Deployment':
      return namespace === 'kube-system' || isAgent(resource, documentedFacts, podViews)
    default:
      return isOfFabric(resource, documentedFacts)
  }
}

export const rtfLeftovers = defineControl({
  id: 'rtf-leftovers',
  title: 'Nothing is left of a Runtime Fabric that was uninstalled',
  severity: 'low',
  why: 'Uninstalling leaves definitions, cluster roles and the priority class. Roles that nobody looks at any more are rights for whoever binds them.',
  remedy:
    'Delete the definitions of `rtf.mulesoft.com`, with which their objects go, the cluster roles that begin with `rtf:`, and PriorityClass `rtf-components-high-priority`.',
  maps: { guide: ['upgrade.unused'], nsa: ['5.6'] },
  analyse: {
    reads: [...new Set(['Namespace', 'ConfigMap', ...anchorKinds, ...left])],
    needs: isNeeded,
    judge: (estate, _exceptions, _levelOf, settings) => judge(estate, settings)
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata:
        name: rtf-components-high-priority
      value: 2000000
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: mule-production
        labels:
          rtf.mulesoft.com/agentNamespace: rtf
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: scheduling.k8s.io/v1
      kind: PriorityClass
      metadata:
        name: rtf-components-high-priority
      value: 2000000
      `
    ]
  }
})
