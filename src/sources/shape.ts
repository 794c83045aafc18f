import type { Fault } from '../estate/gather.ts'
import { isMapping } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import { builtInWorkloads, workloadKindOf } from '../estate/workload-kinds.ts'

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const

/**
 * Adds a fault for each part of a resource that has the wrong type where a scanner has to look further: metadata, spec,
 * the way to a pod's template, its lists of containers. What is right around it is scanned all the same.
 */
export function shapeFaults(resource: Resource, faults: Fault[]): void {
  const { object, kind } = resource
  const { metadata } = object
  if (metadata !== undefined && metadata !== null && !isMapping(metadata)) {
    add(resource, ['metadata'], 'metadata must be a mapping', faults)
  }
  const workload = workloadKindOf(builtInWorkloads, resource.apiVersion, kind)
  if (workload !== undefined) templateFaults(resource, workload.specPath, faults)
  else if (object.spec === null) add(resource, ['spec'], `spec is null: this ${kind} says nothing`, faults)
}

function templateFaults(resource: Resource, specPath: readonly string[], faults: Fault[]): void {
  let value: unknown = resource.object
  const path: string[] = []
  for (const key of specPath) {
    value = isMapping(value) ? value[key] : undefined
    path.push(key)
    if (isMapping(value)) continue
    const state = value === undefined ? 'missing' : value === null ? 'null' : 'not a mapping'
    add(
      resource,
      path,
      `${path.join('.')} is ${state}: this ${resource.kind} describes no pod${state === 'missing' ? ' (a patch?)' : ''}`,
      faults
    )
    return
  }
  if (isMapping(value)) containerFaults(resource, path, value, faults)
}

function containerFaults(resource: Resource, specPath: string[], spec: Record<string, unknown>, faults: Fault[]): void {
  for (const list of containerLists) {
    const items = spec[list]
    if (items === undefined || items === null) continue
    if (!Array.isArray(items)) {
      add(resource, [...specPath, list], `${list} must be a list`, faults)
      continue
    }
    items.forEach((item: unknown, index) => {
      if (!isMapping(item)) add(resource, [...specPath, list, index], `a container must be a mapping`, faults)
    })
  }
}

function add(resource: Resource, path: readonly (string | number)[], message: string, faults: Fault[]): void {
  const { document, prefix } = resource.origin
  faults.push({ document, path: [...prefix, ...path], message })
}
