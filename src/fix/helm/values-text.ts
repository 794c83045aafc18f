import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { type Path, valueAt } from '../../estate/path.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { editDocument } from '../../yaml/edit/edit-document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { writeDocuments } from '../../yaml/write/write-documents.ts'
import { type ChartSource, joinValues, nested } from './chart-values.ts'

/** What `files` or else the disk says. */
export function textOf(chart: ChartSource, files: ReadonlyMap<string, string>, file: string): string | null {
  return files.get(file) ?? chart.read(file)
}

/** The values of one file; none where it is absent, empty or no mapping. */
export function valuesIn(text: string | null): Mapping {
  const [document] = text === null ? [] : parseYaml(text)
  return isMapping(document?.value) ? document.value : {}
}

/** All values that the chart is rendered with, but for those of the command line. */
export function effectiveValues(chart: ChartSource, files: ReadonlyMap<string, string>): Mapping {
  const defaults = chart.subcharts.reduce<Mapping>(
    (joined, { scope, values }) => joinValues(joined, nested(scope, values)),
    {}
  )
  return chart.valuesFiles.reduce<Mapping>(
    (joined, file) => joinValues(joined, valuesIn(textOf(chart, files, file))),
    defaults
  )
}

/**
 * Writes a change of the values where it belongs: into the file that says the value now, or the nearest mapping around
 * it; of several the one that wins. False where the text cannot be edited there.
 */
export function writeValue(chart: ChartSource, change: Change, files: Map<string, string>): boolean {
  const file = fileFor(chart, change.path, files)
  const text = file === undefined ? null : textOf(chart, files, file)
  if (file === undefined) return false
  const [document, ...others] = text === null ? [] : parseYaml(text)
  if (document === undefined || document.value === undefined || document.value === null) {
    const [written] =
      'set' in change ? [nested(change.path.slice(0, -1), { [String(change.path.at(-1))]: change.set })] : []
    if (written === undefined || others.length > 0) return false
    files.set(file, `${text ?? ''}${writeDocuments([{ value: written, comments: [] }])}`)
    return true
  }
  if (others.length > 0 || document.problems.length > 0) return false
  const { text: edited, refused } = editDocument(text ?? '', document, [overriding(change, document.value)])
  if (refused.length > 0) return false
  files.set(file, edited)
  return true
}

/** A value that this file does not hold is taken away by saying null, as Helm has it. */
function overriding(change: Change, values: unknown): Change {
  if ('set' in change || valueAt(values, change.path) !== undefined) return change
  return { path: change.path, set: null }
}

function fileFor(chart: ChartSource, path: Path, files: ReadonlyMap<string, string>): string | undefined {
  let best: { file: string; depth: number } | undefined
  for (const file of chart.valuesFiles.toReversed()) {
    const values = valuesIn(textOf(chart, files, file))
    let depth = 0
    while (depth < path.length && valueAt(values, path.slice(0, depth + 1)) !== undefined) depth++
    if (best === undefined || depth > best.depth) best = { file, depth }
  }
  return best?.file
}
