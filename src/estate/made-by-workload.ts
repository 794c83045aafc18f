import { controllerOf } from './owners.ts'
import type { Resource } from './resource.ts'
import { workloadKindNames } from './workload-kinds.ts'

/** True for a live object that a workload made from its template: what is wrong with the template is said there, once. */
export function isMadeByWorkload(resource: Resource): boolean {
  if (resource.origin.file !== null) return false
  const controller = controllerOf(resource)
  return controller !== undefined && workloadKindNames.includes(controller.kind)
}
