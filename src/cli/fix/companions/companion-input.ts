import { dirname } from 'node:path'
import type { Config } from '../../../config/config.ts'
import { isClusterScoped } from '../../../estate/cluster-scoped.ts'
import type { Resource } from '../../../estate/resource.ts'
import type { SourceUnit } from '../../../sources/unit.ts'
import { type ReadEstate, readEstate } from '../../read-estate.ts'
import type { Options } from '../../verb.ts'

/** Everything that was read, and where it is described. */
export interface CompanionInput extends ReadEstate {
  /** The folder of an object's file, chart or overlay; null where it is in none. */
  folderOf(resource: Resource): string | null
  /** The folder of the chart or overlay that an object comes out of; null where it is written as it is. */
  renderedIn(resource: Resource): string | null
}

/** Reads everything that the user names, with objects that name no namespace in the one that the options say. */
export async function readCompanionInput(
  paths: readonly string[],
  options: Options,
  config: Config
): Promise<CompanionInput> {
  const assumed = options.last('assume-namespace')
  const folders = new Map<Resource, string>()
  const rendered = new Map<Resource, string>()
  const place = (resource: Resource, unit: SourceUnit): Resource => {
    const isOpen = assumed !== undefined && resource.namespace === null && !isClusterScoped(resource)
    const placed = isOpen ? { ...resource, namespace: assumed } : resource
    const { file } = resource.origin
    if (unit.locate !== null) rendered.set(placed, unit.file)
    if (file !== null && file !== '-') folders.set(placed, unit.locate === null ? dirname(file) : unit.file)
    return placed
  }
  const read = await readEstate({ paths, cluster: null, options, config, keeps: () => true, place })
  return {
    ...read,
    folderOf: (resource) => folders.get(resource) ?? null,
    renderedIn: (resource) => rendered.get(resource) ?? null
  }
}
