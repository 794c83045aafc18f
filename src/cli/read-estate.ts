import type { Config } from '../config/config.ts'
import { Estate } from '../estate/estate.ts'
import type { Resource } from '../estate/resource.ts'
import { podViews } from '../estate/workload.ts'
import { workloadKinds } from '../estate/workload-kinds.ts'
import type { Cluster } from '../sources/cluster/connect.ts'
import { readSources } from '../sources/read.ts'
import type { InputError, Skipped, SourceUnit, Unread } from '../sources/unit.ts'
import { Progress } from './progress.ts'
import { sourceOptions } from './scan/scan-inputs.ts'
import type { Options } from './verb.ts'

/** What was read, and what of it could not be. */
export interface ReadEstate {
  readonly estate: Estate
  readonly errors: readonly InputError[]
  readonly skipped: readonly Skipped[]
  readonly unread: readonly Unread[]
}

/** What is read of files and of a cluster. */
export interface EstateRequest {
  readonly paths: readonly string[]
  /** Null where none is read. */
  readonly cluster: Cluster | null
  readonly options: Options
  readonly config: Config
  /** What is kept in memory. */
  readonly keeps: (resource: Resource) => boolean
  /** Makes of each object that is kept what goes into the estate; as it is where absent. */
  readonly place?: (resource: Resource, unit: SourceUnit) => Resource
  /** Sees each unit as it was read, with what of it is no object. */
  readonly seen?: (unit: SourceUnit) => void
}

/**
 * Reads everything that the user names into one estate.
 * @throws UserError where a cluster lets the account read nothing at all.
 */
export async function readEstate(request: EstateRequest): Promise<ReadEstate> {
  const { paths, cluster, options, config, keeps, place = (resource) => resource } = request
  const workloads = config.workloads ?? []
  const kinds = workloadKinds(workloads)
  const estate = new Estate()
  const errors: InputError[] = []
  const skipped: Skipped[] = []
  const unread: Unread[] = []
  const add = (unit: SourceUnit): void => {
    request.seen?.(unit)
    errors.push(...unit.errors)
    skipped.push(...unit.skipped)
    unread.push(...unit.unread)
    if (unit.live) estate.addCluster(unit.unread)
    for (const resource of unit.resources) {
      if (!keeps(resource)) continue
      const placed = place(resource, unit)
      estate.add(placed, podViews(placed, kinds))
    }
  }
  if (paths.length > 0) {
    const progress = new Progress('files')
    for (const unit of readSources(paths, {
      ...sourceOptions(options, config),
      onListed: (units) => progress.expect(units)
    })) {
      add(unit)
      progress.step()
    }
    progress.end()
  }
  if (cluster !== null) {
    const { addCluster } = await import('./scan/add-cluster.ts')
    await addCluster({ add }, cluster, { namespaces: options.all('namespace'), workloads })
  }
  return { estate, errors, skipped, unread }
}
