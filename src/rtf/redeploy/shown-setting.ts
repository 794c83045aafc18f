import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { PodView } from '../../estate/workload.ts'
import { parseQuantity } from '../../kubernetes/quantity/parse.ts'
import { Quantity } from '../../kubernetes/quantity/quantity.ts'
import { applicationContainers } from '../facts/components.ts'
import type { AskedSetting } from './asked-settings.ts'
import { contains } from './contains.ts'

/** The objects of a running application. */
export interface RunningApplication {
  readonly deployment: Resource
  /** Null where it was not read. */
  readonly service: Resource | null
  readonly pod: PodView
  /** Whether `containerSecurityContext` is expected of every container, or of the main one alone. */
  readonly reach: 'all' | 'main'
}

/**
 * Whether a running application has what was asked for; null where what was read does not tell.
 * @param asked With its placeholders filled in.
 */
export function isShown({ known, name, value }: AskedSetting, running: RunningApplication): boolean | null {
  const { deployment, service, pod, reach } = running
  const main = pod.containers.find((container) => container.name === applicationContainers.main)?.object ?? null
  switch (known) {
    case 'deployment.metadata.labels':
      return contains(metadataOf(deployment, 'labels')[name], value)
    case 'deployment.metadata.annotations':
      return contains(metadataOf(deployment, 'annotations')[name], value)
    case 'service.metadata.labels':
      return service === null ? null : contains(metadataOf(service, 'labels')[name], value)
    case 'service.metadata.annotations':
      return service === null ? null : contains(metadataOf(service, 'annotations')[name], value)
    case 'pod.metadata.labels':
      return contains(mappingAt(pod.meta, 'labels')?.[name], value)
    case 'pod.metadata.annotations':
      return contains(mappingAt(pod.meta, 'annotations')?.[name], value)
    case 'pod.containerSecurityContext':
      if (reach === 'all') return pod.containers.every(({ object }) => hasInContext(object, name, value))
      return main === null ? null : hasInContext(main, name, value)
    case 'pod.nodeSelector':
    case 'pod.affinity':
      return contains(mappingAt(pod.spec, known.slice('pod.'.length))?.[name], value)
    case 'pod.tolerations':
    case 'pod.topologySpreadConstraints':
      return contains(pod.spec[known.slice('pod.'.length)], value)
    case 'pod.automountServiceAccountToken':
      // Where a pod says nothing, tokens are mounted.
      return (pod.spec.automountServiceAccountToken ?? true) === value
    case 'pod.ephemeralStorageLimit':
      return main === null ? null : isSameQuantity(limitOf(main), value)
    case 'pod.env':
      return name === 'DISABLE_PER_APP_SA'
        ? sharesAccount(pod) === (String(value) === 'true')
        : hasVariable(main, name, value)
    default:
      return null
  }
}

function hasInContext(container: Mapping, name: string, value: unknown): boolean {
  return contains(mappingAt(container, 'securityContext')?.[name], value)
}

function metadataOf({ object }: Resource, field: string): Mapping {
  return mappingAt(mappingAt(object, 'metadata') ?? {}, field) ?? {}
}

function limitOf(container: Mapping): unknown {
  return mappingAt(mappingAt(container, 'resources') ?? {}, 'limits')?.['ephemeral-storage']
}

function isSameQuantity(shown: unknown, asked: unknown): boolean | null {
  const wanted = parseQuantity(String(asked))
  // What is no quantity never reaches a pod.
  if (!(wanted instanceof Quantity)) return null
  const present = parseQuantity(String(shown ?? ''))
  return present instanceof Quantity && present.equals(wanted)
}

function sharesAccount({ spec }: PodView): boolean {
  return (spec.serviceAccountName ?? 'default') === 'default'
}

/** A switch that is off may as well be absent. */
function hasVariable(container: Mapping | null, name: string, value: unknown): boolean | null {
  if (container === null) return null
  const { env } = container
  const variable = (Array.isArray(env) ? env : []).find((entry: unknown) => isMapping(entry) && entry.name === name)
  if (variable === undefined) return String(value) === 'false'
  return String(variable.value) === String(value)
}
