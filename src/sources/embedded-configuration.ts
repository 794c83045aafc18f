import { isSystemNamespace } from '../estate/components/mounted-configuration.ts'
import { isMapping, mappingAt } from '../estate/mapping.ts'
import { makeResource, type Resource } from '../estate/resource.ts'
import { parseYaml } from '../yaml/parse.ts'

/** Groups of configuration that a cluster keeps in ConfigMaps, for its own programs to read. */
const kept =
  /\b(?:kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|kubeproxy\.config\.k8s\.io|kubescheduler\.config\.k8s\.io|kubecontrolplane\.config\.openshift\.io)\/v/

/** OpenShift keeps the revisions of a ConfigMap beside it. */
const revision = /-\d+$/

/**
 * The configuration of kubeadm and of components that a ConfigMap of the control plane holds as text, such as those that
 * kubeadm and the operators of OpenShift write. Each becomes a resource with the ConfigMap's name; nothing for what is
 * no such text.
 */
export function embeddedConfiguration({ apiVersion, kind, namespace, name, object, origin }: Resource): Resource[] {
  if (kind !== 'ConfigMap' || apiVersion !== 'v1' || namespace === null || !isSystemNamespace(namespace)) return []
  if (namespace !== 'kube-system' && revision.test(name ?? '')) return []
  return Object.entries(mappingAt(object, 'data') ?? {}).flatMap(([key, text]) => {
    if (typeof text !== 'string' || !kept.test(text)) return []
    return parseYaml(text).flatMap(({ value }) => {
      if (!isMapping(value) || typeof value.apiVersion !== 'string' || typeof value.kind !== 'string') return []
      if (!kept.test(value.apiVersion)) return []
      // Kubelets took it when they joined: what runs by now they say themselves.
      if (origin.file === null && value.kind === 'KubeletConfiguration') return []
      const configuration = { ...value, metadata: { name, namespace } }
      const prefix = [...origin.prefix, 'data', key]
      return [makeResource(value.apiVersion, value.kind, configuration, { ...origin, prefix })]
    })
  })
}
