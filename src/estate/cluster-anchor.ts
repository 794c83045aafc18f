import type { Estate } from './estate.ts'
import type { Resource } from './resource.ts'

/**
 * What a verdict about the cluster as a whole hangs on: the namespace `kube-system`, or what runs in it. Null where the
 * estate is plainly not a whole cluster, such as the manifests of one application: nothing can then be said of what it
 * lacks. Asks for objects of the kinds Namespace, DaemonSet and Deployment.
 */
export function clusterAnchor(estate: Estate): Resource | null {
  const [namespace] = estate.named({ kind: 'Namespace', name: 'kube-system', namespace: null, group: '' })
  if (namespace !== undefined) return namespace
  // Every cluster runs both, and nobody ships both with an application.
  const [proxy] = estate.named({ kind: 'DaemonSet', name: 'kube-proxy', namespace: 'kube-system' })
  const [names] = ['coredns', 'kube-dns'].flatMap((name) =>
    estate.named({ kind: 'Deployment', name, namespace: 'kube-system' })
  )
  return names === undefined ? null : (proxy ?? null)
}

/** The kinds that `clusterAnchor` looks at. */
export const anchorKinds: readonly string[] = ['Namespace', 'DaemonSet', 'Deployment']
