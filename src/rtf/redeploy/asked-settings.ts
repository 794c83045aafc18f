import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'

/** One thing that a template or a MuleApplication asks for. */
export interface AskedSetting {
  /** Below `spec`, such as `pod.metadata.labels.team`. */
  readonly key: string
  /** The key that Runtime Fabric knows, such as `pod.metadata.labels`. */
  readonly known: string
  /** What is left of `key` below `known`; empty where nothing is. */
  readonly name: string
  readonly value: unknown
}

/** Keys whose entries count one by one. */
const maps: readonly string[] = [
  'deployment.metadata.labels',
  'deployment.metadata.annotations',
  'service.metadata.labels',
  'service.metadata.annotations',
  'pod.metadata.labels',
  'pod.metadata.annotations',
  'pod.containerSecurityContext',
  'pod.nodeSelector',
  'pod.affinity',
  'pod.env'
]

/** Keys that are one setting each. */
const singles: readonly string[] = [
  'pod.tolerations',
  'pod.topologySpreadConstraints',
  'pod.ephemeralStorageLimit',
  'pod.automountServiceAccountToken'
]

/** The settings in a `spec`, in the order of their keys. What no version knows is not among them. */
export function askedSettings(spec: Mapping): AskedSetting[] {
  const entries = maps.flatMap((known) =>
    Object.entries(mappingBelow(spec, known)).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [{ key: `${known}.${name}`, known, name, value }]
    )
  )
  const values = singles.flatMap((known): AskedSetting[] => {
    const value = mappingBelow(spec, 'pod')[known.slice('pod.'.length)]
    return value === null || value === undefined ? [] : [{ key: known, known, name: '', value }]
  })
  return [...entries, ...values]
}

function mappingBelow(spec: Mapping, path: string): Mapping {
  let at: Mapping = spec
  for (const key of path.split('.')) at = mappingAt(at, key) ?? {}
  return isMapping(at) ? at : {}
}
