import { type KnownPod, PodAtHand } from './known-pod.ts'
import { isMapping, type Mapping } from './mapping.ts'
import { dropNulls, emptyNulls } from './nulls.ts'
import type { Path } from './path.ts'
import type { Resource } from './resource.ts'
import { builtInWorkloads, type WorkloadKinds, workloadKindOf } from './workload-kinds.ts'

export type ContainerType = 'container' | 'init' | 'ephemeral'

export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers'

/** One container of a pod. */
export interface Container {
  readonly type: ContainerType
  /** An init container that keeps running beside the others (`restartPolicy: Always`). */
  readonly sidecar: boolean
  /** Null where the manifest names none. */
  readonly name: string | null
  /** Raw, never copied. */
  readonly object: Mapping
  readonly list: ContainerList
  readonly index: number
}

/** A pod, or the pod that a controller would make, seen the same way whatever the kind. */
export interface PodView extends KnownPod {
  /** The raw pod spec, never copied; fields that are null are gone from it, as the API server drops them. */
  readonly spec: Mapping
  /** The pod's own metadata, raw; an empty object where there is none. */
  readonly meta: Mapping
  /** In the order init, regular, ephemeral, each as written. */
  readonly containers: readonly Container[]
}

const none: readonly PodView[] = Object.freeze([])
const noMeta: Mapping = Object.freeze({})

const lists: readonly (readonly [ContainerList, ContainerType])[] = [
  ['initContainers', 'init'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral']
]

/**
 * The pods that a resource describes: one for the built-in workload kinds, several where a configured path crosses a
 * list, none for any other kind and for a workload without a template.
 */
export function podViews(resource: Resource, kinds: WorkloadKinds = builtInWorkloads): readonly PodView[] {
  const workload = workloadKindOf(kinds, resource.apiVersion, resource.kind)
  if (workload === undefined) return none
  const { specPath } = workload
  if (workload.crossesLists) return viewsInLists(resource, specPath)
  let parent = resource.object
  let value: unknown = parent
  for (const key of specPath) {
    if (!isMapping(value)) return none
    parent = value
    value = value[key]
  }
  return isMapping(value) ? [viewOf(resource, value, parent, specPath)] : none
}

/** Where `container` stands, from the object's root. */
export function containerPath(view: PodView, container: Container): Path {
  return [...view.specPath, container.list, container.index]
}

/** A value on the way to a pod spec. */
interface Step {
  readonly value: unknown
  readonly path: Path
  /** The mapping that holds `value`: the pod's metadata is there too. */
  readonly parent: Mapping
}

function viewsInLists(resource: Resource, specPath: readonly string[]): PodView[] {
  let steps: Step[] = [{ value: resource.object, path: [], parent: resource.object }]
  for (const key of specPath) steps = steps.flatMap((step) => nextSteps(step, key))
  return steps.flatMap(({ value, path, parent }) => (isMapping(value) ? [viewOf(resource, value, parent, path)] : []))
}

function nextSteps({ value, path, parent }: Step, key: string): Step[] {
  if (key !== '*') return isMapping(value) ? [{ value: value[key], path: [...path, key], parent: value }] : []
  if (!Array.isArray(value)) return []
  return value.map((element: unknown, index) => ({ value: element, path: [...path, index], parent }))
}

/** A pod's metadata stands beside its spec. */
function viewOf(resource: Resource, spec: Mapping, parent: Mapping, specPath: Path): PodView {
  dropNulls(spec)
  const meta = isMapping(parent.metadata) ? parent.metadata : noMeta
  emptyNulls(meta.annotations)
  emptyNulls(meta.labels)
  return new PodAtHand(resource, spec, meta, specPath, metaPathOf(specPath), containersOf(spec))
}

const metaPaths = new WeakMap<Path, Path>()

/** One for all objects of a kind, since their pods stand in one place. */
function metaPathOf(specPath: Path): Path {
  let path = metaPaths.get(specPath)
  if (path === undefined) {
    path = [...specPath.slice(0, -1), 'metadata']
    metaPaths.set(specPath, path)
  }
  return path
}

function containersOf(spec: Mapping): Container[] {
  const containers: Container[] = []
  for (const [list, type] of lists) {
    const items = spec[list]
    if (!Array.isArray(items)) continue
    for (let index = 0; index < items.length; index++) {
      // A null element of a list is decoded as an empty container.
      const object: unknown = items[index] ?? {}
      if (!isMapping(object)) continue
      const { name } = object
      containers.push({
        type,
        sidecar: type === 'init' && object.restartPolicy === 'Always',
        name: typeof name === 'string' ? name : null,
        object,
        list,
        index
      })
    }
  }
  return containers
}
