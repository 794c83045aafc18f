import { Estate } from '../estate/estate.ts'
import { gatherResources } from '../estate/gather.ts'
import { podViews } from '../estate/workload.ts'

/** An estate of some files, each the values of its documents. */
export function estateOf(files: readonly (readonly { readonly value: unknown }[])[]): Estate {
  const estate = new Estate()
  for (const [index, documents] of files.entries()) {
    for (const [document, { value }] of documents.entries()) {
      const gathered = { resources: [], faults: [] }
      gatherResources(value, { file: `${index}.yaml`, document, prefix: [] }, gathered)
      for (const resource of gathered.resources) estate.add(resource, podViews(resource))
    }
  }
  return estate
}
