import type { Estate } from '../../estate/estate.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import { isSystemNamespace } from '../../estate/user-namespaces.ts'
import { type Network, networkOf } from '../../network/network.ts'
import type { KnownNetworkPod } from '../../network/pod.ts'
import { directions } from '../../network/policy.ts'
import { policyKinds } from '../../network/read-policies.ts'
import { type PodPlaces, podsOfAllKinds, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

function* judge(estate: Estate): Iterable<Verdict> {
  const network = networkOf(estate)
  for (const pod of network.knownPods) {
    const { namespace, resource, onHost } = pod
    if (onHost || isMadeByWorkload(resource)) continue
    if (namespace.name !== null && isSystemNamespace(namespace.name)) continue
    if (!namespace.known && !network.policiesOver(namespace).some((policy) => policy.namespace === namespace)) continue
    yield verdictOn(network, pod)
  }
}

const labelPaths = new WeakMap<Path, Path>()

/** One path for all pods of a kind. */
function pointsTo({ metaPath }: PodPlaces): Path {
  const path = labelPaths.get(metaPath) ?? [...metaPath, 'labels']
  labelPaths.set(metaPath, path)
  return path
}

function verdictOn(network: Network, pod: KnownNetworkPod): Verdict {
  const open = directions.filter((direction) => network.isolating(pod, direction).length === 0)
  const unclear = network.policiesOver(pod.namespace).find((policy) => policy.unclear !== null)?.unclear ?? null
  const { resource, known } = pod
  return {
    resource,
    path: pointsTo(known),
    item: resource.kind === 'Pod' ? '' : formatPath(known.specPath),
    container: null,
    problem:
      open.length === 0 || unclear !== null
        ? null
        : `no network policy limits ${open.join(' and ')} of ${subject(pod)}`,
    unknown: open.length === 0 ? null : unclear
  }
}

function subject({ resource }: KnownNetworkPod): string {
  return resource.kind === 'Pod' ? 'the pod' : 'its pods'
}

export const unselectedPod = defineControl({
  id: 'unselected-pod',
  title: 'Every pod is selected by network policies for both directions',
  severity: 'medium',
  why: 'Policies only limit the pods that they select. One that none selects accepts connections from everywhere and opens them to anywhere.',
  remedy: 'Deny ingress and egress by default in the namespace, or let a `NetworkPolicy` select the labels of the pod.',
  maps: {
    guide: ['network.isolation'],
    nsa: ['2.4'],
    kubescape: ['C-0030'],
    attack: ['T1046'],
    microsoft: ['MS-TA9034'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: ['Namespace', podsOfAllKinds, ...policyKinds], pointsTo, judge },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchExpressions:
            - key: app
              operator: In
              values: [web, shop]
        policyTypes: [Ingress, Egress]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: agent
        namespace: monitoring
      spec:
        hostNetwork: true
        containers:
          - name: app
            image: registry.example/agent:1.4
      ---
      apiVersion: v1
      kind: Namespace
      metadata:
        name: monitoring
      `
    ],
    fail: [
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Ingress]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
        labels:
          app: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
      `
    ]
  }
})
