import type { Config } from '../../config/config.ts'
import type { Path } from '../../estate/path.ts'
import { groupOf, type Resource } from '../../estate/resource.ts'
import { podViews } from '../../estate/workload.ts'
import { workloadKinds } from '../../estate/workload-kinds.ts'
import { exceptionGroup, exceptionKind } from '../../exceptions/granted.ts'
import { placeText } from '../../report/input-place.ts'
import { inlineExceptions } from '../../scan/inline-exceptions.ts'
import { locateInOrigin } from '../../sources/locate.ts'
import type { SourceOptions } from '../../sources/options.ts'
import { readSources } from '../../sources/read.ts'
import type { SourceUnit } from '../../sources/unit.ts'
import { exceptionOfObject } from './exception-of-object.ts'
import { type ExceptionPlace, type ListedException, listed, refused } from './listed-exception.ts'

/** Exceptions that were found, and what could not be read for them, in words with the place. */
export interface FoundExceptions {
  readonly exceptions: readonly ListedException[]
  readonly troubles: readonly string[]
}

/** The exceptions that manifests ask for themselves, and those that are manifests. */
export function exceptionsInFiles(
  paths: readonly string[],
  sources: SourceOptions,
  { workloads = [] }: Config,
  known: ReadonlySet<string>,
  now: Date
): FoundExceptions {
  const kinds = workloadKinds(workloads)
  const exceptions: ListedException[] = []
  const troubles: string[] = []
  for (const unit of paths.length === 0 ? [] : readSources(paths, sources)) {
    for (const { message, ...place } of unit.errors) troubles.push(`${placeText(place)}: ${message}`)
    for (const { file, reason, named } of unit.skipped) if (named) troubles.push(`${file}: ${reason}`)
    for (const resource of unit.resources) {
      if (resource.kind === exceptionKind && groupOf(resource.apiVersion) === exceptionGroup) {
        const place = placeOf(unit, resource, ['spec'], 'manifest')
        exceptions.push(exceptionOfObject(resource, place, known, now))
      }
      for (const inline of inlineExceptions(resource, podViews(resource, kinds))) {
        const place = placeOf(unit, resource, inline.path, 'annotation')
        for (const exception of inline.exceptions) exceptions.push(listed(exception, place, known, now))
        if (inline.problems.length > 0) exceptions.push(refused('annotation', inline.problems, place))
      }
    }
  }
  return { exceptions, troubles }
}

function placeOf(unit: SourceUnit, resource: Resource, path: Path, source: ExceptionPlace['source']): ExceptionPlace {
  const { file = unit.file, line = null } = locateInOrigin(unit, resource, [path])[0] ?? {}
  return { source, resource, file, line }
}
