import { isMapping, stringAt } from '../mapping.ts'
import type { Container, PodView } from '../workload.ts'

/**
 * Where ConfigMaps that hold configuration of components are read as such: those of the control plane. Elsewhere anybody
 * may keep an example.
 * @param namespace Null for all of them.
 */
export function isSystemNamespace(namespace: string | null): boolean {
  return namespace === null || namespace === 'kube-system' || namespace.startsWith('openshift-kube-')
}

/**
 * Whether a file of a container comes from a ConfigMap of the cluster that it runs in: then it is read and judged by
 * itself. Of a manifest nobody knows whether the ConfigMap is part of the input.
 */
export function isFromReadConfigMap({ resource, spec }: PodView, container: Container, file: string): boolean {
  const { namespace, origin } = resource
  if (origin.file !== null || namespace === null || !isSystemNamespace(namespace)) return false
  const mounts: readonly unknown[] = Array.isArray(container.object.volumeMounts) ? container.object.volumeMounts : []
  const volumes: readonly unknown[] = Array.isArray(spec.volumes) ? spec.volumes : []
  const mount = mounts.filter(isMapping).find((one) => file.startsWith(`${stringAt(one, 'mountPath')}/`))
  return volumes
    .filter(isMapping)
    .some((volume) => mount !== undefined && volume.name === mount.name && isMapping(volume.configMap))
}
