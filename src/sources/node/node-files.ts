import { nodeGroup } from '../../estate/components/node-component.ts'
import { type NodeFileRole, nodeFileKind } from '../../estate/components/node-file-roles.ts'
import { makeResource, type Resource } from '../../estate/resource.ts'
import { organizationsOf } from './kubeconfig-organizations.ts'
import type { NodeRoot } from './node-root.ts'

const manifests = '/etc/kubernetes/manifests'
const systemd = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system'] as const

/** Single files by what they are to the node. */
const known: readonly (readonly [NodeFileRole, string])[] = [
  ['admin-kubeconfig', '/etc/kubernetes/admin.conf'],
  ['admin-kubeconfig', '/etc/kubernetes/super-admin.conf'],
  ['scheduler-kubeconfig', '/etc/kubernetes/scheduler.conf'],
  ['controller-manager-kubeconfig', '/etc/kubernetes/controller-manager.conf'],
  ['kubelet-kubeconfig', '/etc/kubernetes/kubelet.conf'],
  ['kube-proxy-kubeconfig', '/var/lib/kube-proxy/kubeconfig.conf'],
  ['kube-proxy-kubeconfig', '/var/lib/kube-proxy/kubeconfig'],
  ['kube-proxy-kubeconfig', '/etc/kubernetes/kube-proxy.conf'],
  ['api-server-manifest', `${manifests}/kube-apiserver.yaml`],
  ['controller-manager-manifest', `${manifests}/kube-controller-manager.yaml`],
  ['scheduler-manifest', `${manifests}/kube-scheduler.yaml`],
  ['etcd-manifest', `${manifests}/etcd.yaml`],
  ...systemd.map((folder) => ['kubelet-service', `${folder}/kubelet.service`] as const)
]

const openshift: readonly (readonly [NodeFileRole, string])[] = [
  ['api-server-manifest', `${manifests}/kube-apiserver-pod.yaml`],
  ['controller-manager-manifest', `${manifests}/kube-controller-manager-pod.yaml`],
  ['scheduler-manifest', `${manifests}/kube-scheduler-pod.yaml`],
  ['etcd-manifest', `${manifests}/etcd-pod.yaml`],
  ['kubelet-kubeconfig', '/var/lib/kubelet/kubeconfig']
]

/** Files of k3s and RKE2, which keep them all in one folder. */
function ofRancher(data: string): readonly (readonly [NodeFileRole, string])[] {
  return [
    ['admin-kubeconfig', '/etc/rancher/k3s/k3s.yaml'],
    ['admin-kubeconfig', '/etc/rancher/rke2/rke2.yaml'],
    ['admin-kubeconfig', `${data}/server/cred/admin.kubeconfig`],
    ['scheduler-kubeconfig', `${data}/server/cred/scheduler.kubeconfig`],
    ['controller-manager-kubeconfig', `${data}/server/cred/controller.kubeconfig`],
    ['kubelet-kubeconfig', `${data}/agent/kubelet.kubeconfig`],
    ['kube-proxy-kubeconfig', `${data}/agent/kubeproxy.kubeconfig`],
    ['kubelet-client-ca', `${data}/agent/client-ca.crt`],
    ['api-server-manifest', `${data}/agent/pod-manifests/kube-apiserver.yaml`],
    ['controller-manager-manifest', `${data}/agent/pod-manifests/kube-controller-manager.yaml`],
    ['scheduler-manifest', `${data}/agent/pod-manifests/kube-scheduler.yaml`],
    ['etcd-manifest', `${data}/agent/pod-manifests/etcd.yaml`],
    ['etcd-data-folder', `${data}/server/db/etcd`]
  ]
}

/** What the configuration of a node says about its files. */
export interface ConfiguredFiles {
  readonly kubeletConfiguration: string
  /** Null where the kubelet has none. */
  readonly clientCa: string | null
  readonly etcdData: string
}

/**
 * The files of a node whose mode or owner matters, each with what it is.
 * @param rancher The folder of everything that k3s or RKE2 keeps there; null for a node of another kind.
 */
export function* nodeFiles(root: NodeRoot, configured: ConfiguredFiles, rancher: string | null): Generator<Resource> {
  const { kubeletConfiguration, clientCa, etcdData } = configured
  const files: (readonly [NodeFileRole, string])[] = [
    // OpenShift has the kubelet's configuration where others have its kubeconfig.
    ...known.filter(([, path]) => path !== kubeletConfiguration),
    ...openshift,
    ...(rancher === null ? [] : ofRancher(rancher)),
    ['kubelet-configuration', kubeletConfiguration],
    ['etcd-data-folder', etcdData],
    ...(clientCa === null ? [] : [['kubelet-client-ca', clientCa] as const])
  ]
  for (const folder of systemd) {
    const dropIns = `${folder}/kubelet.service.d`
    for (const name of root.names(dropIns)) files.push(['kubelet-service', `${dropIns}/${name}`])
  }
  for (const path of root.below('/etc/cni/net.d')) if (isFile(root, path)) files.push(['cni-file', path])
  for (const path of root.below('/var/lib/cni/networks')) if (isFile(root, path)) files.push(['cni-file', path])
  for (const folder of ['/etc/kubernetes/pki', ...(rancher === null ? [] : [`${rancher}/server/tls`])])
    for (const path of root.below(folder)) files.push([pkiRole(root, path), path])
  for (const [role, path] of files) {
    const resource = fileResource(root, role, path)
    if (resource !== null) yield resource
  }
}

function isFile(root: NodeRoot, path: string): boolean {
  return root.stats(path)?.isFile() === true
}

function pkiRole(root: NodeRoot, path: string): NodeFileRole {
  if (root.stats(path)?.isDirectory() === true) return 'pki-folder'
  return path.endsWith('.crt') || path.endsWith('.pub') ? 'pki-certificate' : 'pki-key'
}

function fileResource(root: NodeRoot, role: NodeFileRole, path: string): Resource | null {
  const stats = root.stats(path)
  if (stats === null) return null
  const organizations = role.endsWith('-kubeconfig') ? organizationsOf(root, path) : null
  const object = {
    apiVersion: `${nodeGroup}/v1`,
    kind: nodeFileKind,
    metadata: { name: path },
    path,
    role,
    mode: stats.mode & 0o7777,
    ...root.owner(stats),
    ...(organizations === null ? {} : { organizations })
  }
  const origin = { file: root.place(path), document: 0, prefix: [] }
  return makeResource(object.apiVersion, nodeFileKind, object, origin)
}
