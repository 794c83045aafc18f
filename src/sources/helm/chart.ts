import { isMapping, type Mapping, stringAt } from '../../estate/mapping.ts'
import { chartFile } from '../files/listing.ts'
import type { SourceText, SourceTexts } from '../rendered/source-text.ts'
import type { InputError } from '../unit.ts'

/** What a `Chart.yaml` says. */
export interface Chart {
  readonly name: string
  /** It only lends templates to others: there is nothing to render. */
  readonly isLibrary: boolean
  readonly value: Mapping
  readonly source: SourceText
}

/** Reads the `Chart.yaml` of a folder, or says what is wrong with it. */
export function readChart(folder: string, texts: SourceTexts): Chart | { failures: readonly InputError[] } {
  const file = folder === '.' ? chartFile : `${folder}/${chartFile}`
  const source = texts.read(file)
  if (source === null) return { failures: [{ file, line: null, column: null, message: 'cannot be read' }] }
  const [document] = source.documents
  const value = document?.value
  const name = isMapping(value) ? stringAt(value, 'name') : null
  if (document !== undefined && document.problems.length > 0) {
    return { failures: document.problems.map(({ line, column, message }) => ({ file, line, column, message })) }
  }
  if (!isMapping(value) || name === null) {
    return { failures: [{ file, line: 1, column: 1, message: 'the chart has no name' }] }
  }
  return { name, isLibrary: value.type === 'library', value, source }
}
