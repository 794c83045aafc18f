import { listFiles } from './files/list-files.ts'
import type { ListedFile } from './files/listing.ts'
import { readDecoded } from './files/read-decoded.ts'
import { readCharts } from './helm/read-charts.ts'
import { readKustomizations } from './kustomize/read-kustomizations.ts'
import type { SourceOptions } from './options.ts'
import { readText, unreadable } from './read-text.ts'
import { bareUnit, type SourceUnit } from './unit.ts'

/**
 * Reads everything below `paths`, one unit at a time, so that no more than one need be in memory. The same input gives
 * the same units in the same order. A user's mistake is an entry in a unit's `errors`, never an exception.
 */
export function* readSources(paths: readonly string[], options: SourceOptions): Generator<SourceUnit> {
  const listing = listFiles(paths, { exclude: options.exclude ?? [] })
  const { files, charts, kustomizations, errors, skipped } = listing
  options.onListed?.(files.length + charts.length + kustomizations.length)
  for (const error of errors) yield bareUnit(error.file, { errors: [error] })
  for (const entry of skipped) yield bareUnit(entry.file, { skipped: [entry] })
  const leftOfCharts = yield* readCharts(listing, options)
  const loose = yield* readKustomizations(listing, options)
  for (const file of loose) yield readFile(file)
  for (const file of leftOfCharts) yield readFile(file)
}

function readFile({ file, named }: ListedFile): SourceUnit {
  const decoded = readDecoded(file, !named)
  if ('problem' in decoded) return unreadable(file, decoded)
  return readText(file, decoded.text, named)
}
