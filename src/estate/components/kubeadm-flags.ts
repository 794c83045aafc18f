import { type Mapping, mappingAt, stringAt } from '../mapping.ts'
import type { ComponentName } from './component.ts'

type Flag = readonly [name: string, value: string]

/** A flag that kubeadm sets from one version of Kubernetes on, or up to one. */
interface VersionedFlag {
  readonly flag: Flag
  readonly since?: number
  readonly until?: number
}

/** Folder of certificates where the configuration names none. */
const certificates = '/etc/kubernetes/pki'

/**
 * The flags that kubeadm gives a component by itself, as far as a control asks for them. From `getAPIServerCommand` and
 * its like in cmd/kubeadm/app/phases/controlplane/manifests.go and phases/etcd/local.go.
 */
export function kubeadmFlags(component: ComponentName, cluster: Mapping): Flag[] {
  const minor = minorOf(stringAt(cluster, 'kubernetesVersion'))
  const folder = stringAt(cluster, 'certificatesDir') ?? certificates
  const own: readonly VersionedFlag[] = [
    ...(flags[component]?.(folder) ?? []),
    ...etcdClient(component, folder, cluster)
  ]
  return own
    .filter(({ since = 0, until = Number.POSITIVE_INFINITY }) => minor >= since && minor <= until)
    .map(({ flag }) => flag)
}

const flags: Readonly<Partial<Record<ComponentName, (folder: string) => readonly VersionedFlag[]>>> = {
  'kube-apiserver': (folder) => [
    { flag: ['allow-privileged', 'true'] },
    { flag: ['authorization-mode', 'Node,RBAC'] },
    { flag: ['client-ca-file', `${folder}/ca.crt`] },
    { flag: ['enable-admission-plugins', 'NodeRestriction'] },
    { flag: ['enable-bootstrap-token-auth', 'true'] },
    { flag: ['insecure-port', '0'], until: 23 },
    { flag: ['kubelet-client-certificate', `${folder}/apiserver-kubelet-client.crt`] },
    { flag: ['kubelet-client-key', `${folder}/apiserver-kubelet-client.key`] },
    { flag: ['requestheader-client-ca-file', `${folder}/front-proxy-ca.crt`] },
    { flag: ['service-account-issuer', 'https://kubernetes.default.svc.cluster.local'], since: 20 },
    { flag: ['service-account-key-file', `${folder}/sa.pub`] },
    { flag: ['service-account-signing-key-file', `${folder}/sa.key`], since: 20 },
    { flag: ['tls-cert-file', `${folder}/apiserver.crt`] },
    { flag: ['tls-private-key-file', `${folder}/apiserver.key`] }
  ],
  'kube-controller-manager': (folder) => [
    { flag: ['bind-address', '127.0.0.1'] },
    { flag: ['client-ca-file', `${folder}/ca.crt`] },
    { flag: ['controllers', '*,bootstrapsigner,tokencleaner'] },
    { flag: ['port', '0'], since: 19, until: 21 },
    { flag: ['root-ca-file', `${folder}/ca.crt`] },
    { flag: ['service-account-private-key-file', `${folder}/sa.key`] },
    { flag: ['use-service-account-credentials', 'true'] }
  ],
  'kube-scheduler': () => [{ flag: ['bind-address', '127.0.0.1'] }, { flag: ['port', '0'], since: 19, until: 21 }],
  etcd: (folder) => [
    { flag: ['cert-file', `${folder}/etcd/server.crt`] },
    { flag: ['client-cert-auth', 'true'] },
    { flag: ['key-file', `${folder}/etcd/server.key`] },
    { flag: ['peer-cert-file', `${folder}/etcd/peer.crt`] },
    { flag: ['peer-client-cert-auth', 'true'] },
    { flag: ['peer-key-file', `${folder}/etcd/peer.key`] },
    { flag: ['peer-trusted-ca-file', `${folder}/etcd/ca.crt`] },
    { flag: ['trusted-ca-file', `${folder}/etcd/ca.crt`] }
  ]
}

/** How the API server reaches etcd: its own beside it, or another whose certificates the configuration names. */
function etcdClient(component: ComponentName, folder: string, cluster: Mapping): VersionedFlag[] {
  if (component !== 'kube-apiserver') return []
  const external = mappingAt(mappingAt(cluster, 'etcd') ?? {}, 'external')
  if (external === undefined) {
    return [
      { flag: ['etcd-cafile', `${folder}/etcd/ca.crt`] },
      { flag: ['etcd-certfile', `${folder}/apiserver-etcd-client.crt`] },
      { flag: ['etcd-keyfile', `${folder}/apiserver-etcd-client.key`] },
      { flag: ['etcd-servers', 'https://127.0.0.1:2379'] }
    ]
  }
  const { endpoints } = external
  const given: [string, string | null][] = [
    ['etcd-cafile', stringAt(external, 'caFile')],
    ['etcd-certfile', stringAt(external, 'certFile')],
    ['etcd-keyfile', stringAt(external, 'keyFile')],
    ['etcd-servers', Array.isArray(endpoints) ? endpoints.join(',') : null]
  ]
  return given.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ flag: [name, value] }]))
}

/** The newest where it is not said. */
function minorOf(version: string | null): number {
  const minor = /^v?1\.(\d+)/.exec(version ?? '')?.[1]
  return minor === undefined ? Number.MAX_SAFE_INTEGER : Number(minor)
}
