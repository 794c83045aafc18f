import { anchorKinds, clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { isSystemNamespace, userNamespaces } from '../../estate/user-namespaces.ts'
import { passes, podsOfAllKinds, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { lacks } from '../judging/absence.ts'

function* judge(estate: Estate): Iterable<Verdict> {
  const anchor = clusterAnchor(estate)
  if (anchor === null) return
  const own = userNamespaces(estate).filter(({ name }) => name !== 'default')
  const workloads = estate.knownPods.filter(({ resource }) => {
    const { namespace } = resource
    return (namespace === null || !isSystemNamespace(namespace)) && !isMadeByWorkload(resource)
  })
  if (own.length > 0 || (workloads.length === 0 && estate.partly === null)) yield passes(anchor)
  else yield lacks(estate, anchor, `all ${workloads.length} workloads share the default namespace: there is no other`)
}

export const singleNamespaceCluster = defineControl({
  id: 'single-namespace-cluster',
  title: 'Namespaces separate what belongs to different people',
  severity: 'medium',
  why: 'Roles, quotas and policies work by namespace. In a single one, every account and every fault reaches everything.',
  remedy: 'Create a namespace for each team or application and move the workloads there.',
  maps: {
    guide: ['namespace.isolation'],
    nsa: ['2.1'],
    cis: { '1.8': ['5.7.1'], '1.11': ['5.6.1'] },
    kubescape: ['C-0209'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: [...anchorKinds, podsOfAllKinds], byName: anchorKinds, judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: kube-system
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: default
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
