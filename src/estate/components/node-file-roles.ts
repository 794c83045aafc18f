/** The kind of a file of a node, in the group of what a scan of a node reports. */
export const nodeFileKind = 'NodeFile'

/** What a file is to the node. */
export const nodeFileRoles = [
  'admin-kubeconfig',
  'api-server-manifest',
  'cni-file',
  'controller-manager-kubeconfig',
  'controller-manager-manifest',
  'etcd-data-folder',
  'etcd-manifest',
  'kube-proxy-kubeconfig',
  'kubelet-client-ca',
  'kubelet-configuration',
  'kubelet-kubeconfig',
  'kubelet-service',
  'pki-certificate',
  'pki-folder',
  'pki-key',
  'scheduler-kubeconfig',
  'scheduler-manifest'
] as const

export type NodeFileRole = (typeof nodeFileRoles)[number]
