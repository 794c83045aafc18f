import { isMapping, mappingAt } from '../estate/mapping.ts'
import { builtInWorkloads } from '../estate/workload-kinds.ts'

/** Whether a document is a patch for Kustomize, which says nothing of the object that it becomes part of. */
export function isPatch(file: string, value: unknown): boolean {
  if (!isMapping(value)) return false
  // Directives stand only in strategic merge patches.
  return Object.hasOwn(value, '$patch') || (isNamedPatch(file) && isPartOfWorkload(value))
}

function isNamedPatch(file: string): boolean {
  return /(?:^|[-_.])patch(?:es)?(?:[-_.]|$)/i.test(file.slice(file.lastIndexOf('/') + 1))
}

/** Without the selector that the API server requires, and with no container that could run by itself. */
function isPartOfWorkload({ apiVersion, kind, spec }: Record<string, unknown>): boolean {
  if (apiVersion !== 'apps/v1' || !builtInWorkloads.has(String(kind)) || !isMapping(spec)) return false
  if (spec.selector !== undefined) return false
  const containers = mappingAt(mappingAt(spec, 'template') ?? {}, 'spec')?.containers
  return !Array.isArray(containers) || !containers.some((container) => isMapping(container) && container.image)
}
