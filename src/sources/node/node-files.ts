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

/** What the configuration of a node says about its files. */
export interface ConfiguredFiles {
  readonly kubeletConfiguration: string
  /** Null where the kubelet has none. */
  readonly clientCa: string | null
  readonly etcdData: string
}

/** The files of a node whose mode or owner matters, each with what it is. */
export function* nodeFiles(root: NodeRoot, configured: ConfiguredFiles): Generator<Resource> {
  const { kubeletConfiguration, clientCa, etcdData } = configured
  const files: (readonly [NodeFileRole, string])[] = [
    ...known,
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
  for (const path of root.below('/etc/kubernetes/pki')) files.push([pkiRole(root, path), path])
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
