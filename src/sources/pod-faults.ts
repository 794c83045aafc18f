import { isMapping, type Mapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { builtInWorkloads, workloadKindOf } from '../estate/workload-kinds.ts'
import type { ShapeFault } from './shape.ts'

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** What keeps the pod of a workload from being seen, or a container of it. Null for other kinds. */
export function podFaults(resource: Resource): readonly ShapeFault[] | null {
  const workload = workloadKindOf(builtInWorkloads, resource.apiVersion, resource.kind)
  if (workload === undefined) return null
  let value: unknown = resource.object
  for (const [index, key] of workload.specPath.entries()) {
    value = isMapping(value) ? value[key] : undefined
    if (!isMapping(value)) return [noPod(resource, workload.specPath.slice(0, index + 1), value)]
  }
  return isMapping(value) ? containerFaults(workload.specPath, value) : []
}

function noPod({ kind }: Resource, path: readonly string[], value: unknown): ShapeFault {
  const state = value === undefined ? 'missing (or is this a patch?)' : value === null ? 'null' : 'not an object'
  return { path, message: `${path.join('.')} is ${state}: this ${kind} describes no pod` }
}

function containerFaults(specPath: Path, spec: Mapping): ShapeFault[] {
  const faults: ShapeFault[] = []
  for (const list of containerLists) {
    const items = spec[list]
    if (items === undefined || items === null) continue
    if (!Array.isArray(items)) {
      faults.push({ path: [...specPath, list], message: `${list} must be a list` })
      continue
    }
    for (let index = 0; index < items.length; index++) {
      if (isMapping(items[index])) continue
      faults.push({ path: [...specPath, list, index], message: 'a container must be an object' })
    }
  }
  return faults
}
