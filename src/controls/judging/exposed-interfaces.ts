import type { Estate } from '../../estate/estate.ts'
import { parseImageReference } from '../../estate/image-reference.ts'
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import { type Labels, mapSelector } from '../../estate/selectors.ts'

/** Ports of the parts of Kubernetes that manage a node or the cluster. */
const ports: Readonly<Record<number, string>> = {
  2375: "the container engine's API",
  2376: "the container engine's API",
  2379: 'etcd',
  2380: 'etcd',
  6443: 'an API server',
  10250: 'a kubelet',
  10255: 'a kubelet',
  10257: 'the controller manager',
  10259: 'the scheduler',
  44134: 'Tiller'
}

/** Last part of an image's name → what shows or manages the cluster through it. */
const images: Readonly<Record<string, string>> = {
  'kubernetes-dashboard-amd64': 'the Kubernetes dashboard',
  'dashboard-web': 'the Kubernetes dashboard',
  'dashboard-api': 'the Kubernetes dashboard',
  headlamp: 'the dashboard Headlamp',
  octant: 'the dashboard Octant',
  k8dash: 'the dashboard Skooner',
  skooner: 'the dashboard Skooner',
  'kube-ops-view': 'the dashboard kube-ops-view',
  kubeview: 'the dashboard KubeView',
  scope: 'Weave Scope',
  'hubble-ui': 'the Hubble UI',
  'longhorn-ui': 'the Longhorn UI',
  argocli: 'the server of Argo Workflows',
  centraldashboard: 'the Kubeflow dashboard',
  etcd: 'etcd',
  'kube-apiserver': 'an API server',
  tiller: 'Tiller'
}

/** Full names, where the last part alone is too common. */
const repositories: Readonly<Record<string, string>> = { 'kubernetesui/dashboard': 'the Kubernetes dashboard' }

/** Names that services of these have wherever they are installed as their authors say. */
const services: Readonly<Record<string, string>> = {
  'kubernetes-dashboard': 'the Kubernetes dashboard',
  'kubernetes-dashboard-web': 'the Kubernetes dashboard',
  'kubernetes-dashboard-kong-proxy': 'the Kubernetes dashboard',
  'weave-scope-app': 'Weave Scope',
  'longhorn-frontend': 'the Longhorn UI',
  'hubble-ui': 'the Hubble UI',
  'rook-ceph-mgr-dashboard': 'the dashboard of Ceph'
}

/** What a service that was not read leads to, by its name alone. */
export function behindName(service: string): string | null {
  return services[service] ?? null
}

/** Tells which services lead to interfaces that manage or show the cluster. */
export class ManagementInterfaces {
  /** The pods that run one, by namespace: next to none. */
  readonly #podsByNamespace = new Map<string, InterfacePod[]>()

  constructor(estate: Estate) {
    for (const { resource, labels, images: run } of estate.knownPods) {
      const [what] = run.flatMap((image) => byImage(image) ?? [])
      if (what === undefined) continue
      const namespace = resource.namespace ?? ''
      const pods = this.#podsByNamespace.get(namespace)
      if (pods === undefined) this.#podsByNamespace.set(namespace, [{ labels, what }])
      else pods.push({ labels, what })
    }
  }

  /** What a service leads to, such as `etcd`; null where that is none of them. */
  behind(service: Resource): string | null {
    const { name, namespace, object } = service
    const spec = mappingAt(object, 'spec') ?? {}
    if (name === 'kubernetes' && (namespace ?? 'default') === 'default') return 'an API server'
    return services[name ?? ''] ?? byPort(spec) ?? this.#byImage(namespace, spec)
  }

  #byImage(namespace: string | null, { selector }: Mapping): string | null {
    const pods = this.#podsByNamespace.get(namespace ?? '')
    if (pods === undefined) return null
    const matches = mapSelector(selector)
    if (typeof matches !== 'function') return null
    return pods.find(({ labels }) => matches(labels))?.what ?? null
  }
}

/** A pod that runs such an interface, and which. */
interface InterfacePod {
  readonly labels: Labels
  readonly what: string
}

function byPort(spec: Mapping): string | null {
  if (!Array.isArray(spec.ports)) return null
  for (const entry of spec.ports) {
    if (!isMapping(entry)) continue
    const found = ports[Number(entry.targetPort ?? entry.port)] ?? ports[Number(entry.port)]
    if (found !== undefined) return found
  }
  return null
}

function byImage(image: string): string | null {
  const repository = parseImageReference(image)?.repository ?? ''
  return repositories[repository] ?? images[repository.slice(repository.lastIndexOf('/') + 1)] ?? null
}
