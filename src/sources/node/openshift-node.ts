import { mappingAt } from '../../estate/mapping.ts'
import type { SourceUnit } from '../unit.ts'
import type { NodeRoot } from './node-root.ts'

/** Where OpenShift keeps what its static pods mount, a folder for each revision of each pod. */
export const staticPodResources = '/etc/kubernetes/static-pod-resources'

const pods = ['kube-apiserver-pod', 'kube-controller-manager-pod', 'kube-scheduler-pod'] as const

/** Arguments of the API server that name a configuration file of another kind. */
const fileArguments = ['audit-policy-file', 'encryption-provider-config', 'admission-control-config-file'] as const

/**
 * The files by which the control plane of OpenShift is configured, of the newest revision of each pod: its pods' command
 * lines say little more than where these are.
 * @param read Reads one file of the node.
 */
export function openshiftUnits(root: NodeRoot, read: (path: string) => readonly SourceUnit[]): SourceUnit[] {
  const names = root.has(staticPodResources) ? root.names(staticPodResources) : []
  return pods.flatMap((pod) => {
    const revision = newest(names, `${pod}-`)
    if (revision === null) return []
    const folder = `${staticPodResources}/${revision}`
    const path = `${folder}/configmaps/config/config.yaml`
    if (!root.has(path)) return []
    const units = read(path)
    return [
      ...units,
      ...namedFiles(units, folder)
        .filter((file) => root.has(file))
        .flatMap((file) => [...read(file)])
    ]
  })
}

function newest(names: readonly string[], prefix: string): string | null {
  const revisions = names.flatMap((name) => {
    const number = name.startsWith(prefix) ? name.slice(prefix.length) : ''
    return /^\d+$/.test(number) ? [{ name, number: Number(number) }] : []
  })
  return revisions.sort((a, b) => b.number - a.number)[0]?.name ?? null
}

/** Pods see their own revision's folder where all of them are on the node. */
function namedFiles(units: readonly SourceUnit[], folder: string): string[] {
  return units.flatMap(({ resources }) =>
    resources.flatMap(({ object }) => {
      const given = mappingAt(object, 'apiServerArguments') ?? {}
      return fileArguments.flatMap((name) => {
        const values = given[name]
        return Array.isArray(values)
          ? values.map(String).map((file) => file.replace(`${staticPodResources}/`, `${folder}/`))
          : []
      })
    })
  )
}
