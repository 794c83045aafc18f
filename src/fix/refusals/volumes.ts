import { isMapping } from '../../estate/mapping.ts'
import { containerPath, type PodView } from '../../estate/workload.ts'
import type { Refusal } from './refusal.ts'

/** Names of volumes that stand twice, and places in a container where two are mounted. */
export function volumeRefusals(view: PodView): readonly Refusal[] {
  const refusals: Refusal[] = []
  for (const [index, name] of repeated(view.spec.volumes, 'name')) {
    const fields = [[...view.specPath, 'volumes', index]]
    refusals.push({ fields, reason: `the API server refuses a second volume with the name "${name}"` })
  }
  for (const container of view.containers) {
    for (const [index, place] of repeated(container.object.volumeMounts, 'mountPath')) {
      const fields = [[...containerPath(view, container), 'volumeMounts', index]]
      refusals.push({ fields, reason: `the API server refuses a second volume at ${place}` })
    }
  }
  return refusals
}

/** Items of a list whose key has a value that stood before. */
function repeated(list: unknown, key: string): [index: number, value: string][] {
  if (!Array.isArray(list)) return []
  const seen = new Set<string>()
  const found: [number, string][] = []
  list.forEach((item: unknown, index) => {
    const value = isMapping(item) ? item[key] : undefined
    if (typeof value !== 'string') return
    if (seen.has(value)) found.push([index, value])
    seen.add(value)
  })
  return found
}
