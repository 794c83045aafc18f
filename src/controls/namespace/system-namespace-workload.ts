import { parseImageReference } from '../../estate/image-reference.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { isMapping, stringAt } from '../../estate/mapping.ts'
import { labelsIn, labelsOf } from '../../estate/selectors.ts'
import { isSystemNamespace } from '../../estate/user-namespaces.ts'
import type { PodView } from '../../estate/workload.ts'
import { fails, type Inspection, passes, podsOfAllKinds } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: Inspection = {
  reads: [podsOfAllKinds],
  *inspect(resource, pods) {
    const { namespace } = resource
    if (namespace === null || !isSystemNamespace(namespace) || isMadeByWorkload(resource)) return
    const own = namespace === 'kube-system' && pods.every(isOfCluster)
    yield own
      ? passes(resource)
      : fails(resource, `${resource.kind} "${resource.name ?? ''}" runs in ${namespace}, which belongs to Kubernetes`, {
          path: ['metadata', 'namespace']
        })
  }
}

/** Registries in which the components of Kubernetes and of its providers are published. */
const registries: ReadonlySet<string> = new Set([
  'registry.k8s.io',
  'k8s.gcr.io',
  'gke.gcr.io',
  'gcr.io',
  'mcr.microsoft.com'
])

/** Repositories of parts of a cluster: names, networks, storage, nodes, metrics. */
const parts =
  /(?:^|\/)(?:coredns|kube-[a-z-]+|etcd|pause|calico|cilium|flannel|antrea|weave-kube|weave-npc|kube-router|kube-ovn|ovn-[a-z-]+|amazon-k8s-cni|aws-[a-z-]+|azure-[a-z-]+|[a-z-]*csi[a-z-]*|csi-[a-z-]+|metrics-server|node-[a-z-]+|[a-z-]*autoscaler|vpa-[a-z-]+|[a-z-]*cloud-controller-manager|konnectivity|[a-z-]*device-plugin|k8s-device-plugin|local-path-provisioner|snapshot-controller|descheduler|bottlerocket|karpenter|rke2|k3s|klipper-[a-z]+)/

/** Part of the cluster itself, or an agent of its nodes. */
function isOfCluster(pod: PodView): boolean {
  const { resource, spec, meta, containers } = pod
  if (/^system-(?:node|cluster)-critical$/.test(stringAt(spec, 'priorityClassName') ?? '')) return true
  const labels = { ...labelsOf(resource), ...labelsIn(meta) }
  if (labels.tier === 'control-plane' || labels['kubernetes.io/cluster-service'] === 'true') return true
  if (Object.hasOwn(labels, 'addonmanager.kubernetes.io/mode')) return true
  if (resource.kind === 'DaemonSet' && usesNode(pod)) return true
  return containers.every(({ object }) => isOfKubernetes(stringAt(object, 'image') ?? '', resource.name ?? ''))
}

function usesNode({ spec }: PodView): boolean {
  const { hostNetwork, hostPID, volumes } = spec
  if (hostNetwork === true || hostPID === true) return true
  return Array.isArray(volumes) && volumes.some((volume: unknown) => isMapping(volume) && isMapping(volume.hostPath))
}

/** Where the image is a placeholder, the name has to tell. */
function isOfKubernetes(image: string, name: string): boolean {
  const reference = parseImageReference(image)
  if (reference === null) return parts.test(name)
  const { registry, repository } = reference
  if (registry === 'gcr.io')
    return /^(?:google[-_]containers|gke-release|cloud-provider-vsphere|kubernetes-)/.test(repository)
  if (registry === 'mcr.microsoft.com') return /^(?:oss|aks|containernetworking)\//.test(repository)
  return registries.has(registry) || /^602401143452\.dkr\.ecr\./.test(registry) || parts.test(repository)
}

export const systemNamespaceWorkload = defineControl({
  id: 'system-namespace-workload',
  title: 'Only Kubernetes itself runs in its own namespaces',
  severity: 'low',
  why: 'What runs in kube-system shares accounts, secrets and exemptions with the control plane, and hides among its pods.',
  remedy: 'Move the workload to a namespace of its own.',
  maps: {
    guide: ['namespace.isolation'],
    nsa: ['2.1'],
    cis: { '1.8': ['5.7.1'], '1.11': ['5.6.1'] },
    kubescape: ['C-0209'],
    attack: ['T1036.005'],
    microsoft: ['MS-TA9023'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse,
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: coredns
        namespace: kube-system
      spec:
        containers:
          - name: coredns
            image: registry.k8s.io/coredns/coredns:v1.12.4
      `,
      `
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
      kind: Pod
      metadata:
        name: web
        namespace: kube-system
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: coredns
        namespace: kube-public
      spec:
        containers:
          - name: app
            image: registry.k8s.io/coredns/coredns:v1.12.4
      `
    ]
  }
})
