import { BYTE_ORDER_MARK } from './characters.ts'
import type { YamlDocument } from './document.ts'
import { beginsJson, type JsonDocument, readJsonStream } from './json/read-stream.ts'
import { lineTable } from './lines.ts'
import { type DuplicateKey, YamlFault, type YamlProblem, type YamlProblemKind } from './problem.ts'
import { QuickReader } from './quick/read-document.ts'
import { readRest } from './read-rest.ts'
import { type Chunk, cutChunk, nextLine } from './stream.ts'

export type { YamlDocument } from './document.ts'
export type { YamlProblem, YamlProblemKind } from './problem.ts'

/**
 * Reads a stream of YAML or JSON documents as kubectl does: the values are those of sigs.k8s.io/yaml, and what
 * that library refuses is a problem with a position. A broken document costs no other. Never throws; there is at
 * least one document, also in an empty text.
 *
 * @example
 * const [first] = parseYaml('privileged: yes\n')
 * first?.value // { privileged: true }
 */
export function parseYaml(text: string): YamlDocument[] {
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  if (start === text.length) return [{ index: 0, start, end: start, format: 'yaml', value: undefined, problems: [] }]
  const documents: YamlDocument[] = []
  if (beginsJson(text, start)) readJsonThenYaml(text, start, documents)
  else readYamlStream(text, start, documents)
  return documents
}

function readJsonThenYaml(text: string, start: number, documents: YamlDocument[]): void {
  const json = readJsonStream(text, start)
  for (const read of json.documents) documents.push(jsonDocument(text, read, documents.length))
  if (documents.length > 0 && text.slice(json.end).trim() === '') return
  readYamlStream(text, json.end, documents)
  if (json.documents.length > 1) refuseAfterJson(text, documents, json.documents.length)
}

/** One JSON value may be YAML too, but behind several kubectl expects nothing else. What follows is read all the same. */
function refuseAfterJson(text: string, documents: YamlDocument[], index: number): void {
  const document = documents[index]
  if (document === undefined) return
  const message = 'kubectl reads this stream as JSON and stops here, since this is no JSON'
  const problem = problemAt(text, document.start, 'separator', message)
  documents[index] = { ...document, problems: [problem, ...document.problems] }
}

function jsonDocument(text: string, read: JsonDocument, index: number): YamlDocument {
  const { start, end, tooLarge } = read
  if (tooLarge < 0) {
    const problems = read.duplicates.map((duplicate) => duplicateKey(text, duplicate, 0))
    return { index, start, end, format: 'json', value: read.value, problems }
  }
  const problem = problemAt(text, tooLarge, 'unsupported-value', 'this number is too large for Kubernetes to hold')
  return { index, start, end, format: 'json', value: undefined, problems: [problem] }
}

function readYamlStream(text: string, from: number, documents: YamlDocument[]): void {
  // The quick reader takes the text for what a file can hold, which lone surrogates are not.
  const quick = text.isWellFormed() ? new QuickReader(text) : undefined
  let at = from
  while (at < text.length) {
    const index = documents.length
    if (quick?.read(at)) {
      documents.push(quickDocument(text, quick, at, index))
      at = nextLine(text, quick.end)
    } else {
      const chunk = cutChunk(text, at)
      documents.push(readChunk(text, chunk, index, quick))
      at = chunk.next
    }
  }
}

function quickDocument(
  text: string,
  { value, end, duplicates }: QuickReader,
  start: number,
  index: number
): YamlDocument {
  const problems = duplicates === undefined ? [] : duplicates.map((duplicate) => duplicateKey(text, duplicate, 0))
  return { index, start, end, format: 'yaml', value, problems }
}

function readChunk(text: string, chunk: Chunk, index: number, quick: QuickReader | undefined): YamlDocument {
  const { start, end } = chunk
  try {
    const { value, duplicates, ignored } = readRest(text, start, end, quick)
    const problems: YamlProblem[] = []
    for (const duplicate of duplicates) problems.push(duplicateKey(text, duplicate, start))
    if (chunk.badSeparator >= 0) problems.push(badSeparator(text, chunk.badSeparator))
    if (ignored >= 0) problems.push(ignoredContent(text, start + ignored))
    return { index, start, end, format: 'yaml', value, problems }
  } catch (fault) {
    if (!(fault instanceof YamlFault)) throw fault
    const message = explain(text, chunk, fault)
    const problem = problemAt(text, start + fault.offset, fault.kind, message)
    return { index, start, end, format: 'yaml', value: undefined, problems: [problem] }
  }
}

function problemAt(text: string, offset: number, kind: YamlProblemKind, message: string): YamlProblem {
  return { kind, message, offset, ...lineTable(text).at(offset) }
}

/** `base` is what the offsets of the two keys count from. */
function duplicateKey(text: string, { name, first, again }: DuplicateKey, base: number): YamlProblem {
  const related = lineTable(text).at(base + first)
  const message = `the key "${name}" is set again: it stands on line ${related.line} already. The last value counts; kubectl's strict validation refuses both`
  return { ...problemAt(text, base + again, 'duplicate-key', message), related }
}

function badSeparator(text: string, offset: number): YamlProblem {
  return problemAt(text, offset, 'separator', 'kubectl refuses text behind "---": put it on the next line')
}

function ignoredContent(text: string, offset: number): YamlProblem {
  const message = 'the document ends before this line, and kubectl ignores what follows: separate documents with "---"'
  return problemAt(text, offset, 'ignored-content', message)
}

/** Says what to do where the text shows what it really is. */
function explain(text: string, { start, end }: Chunk, fault: YamlFault): string {
  if (fault.kind !== 'syntax') return fault.message
  const template = text.slice(start, end).search(/\{\{.*\}\}/)
  return template < 0
    ? fault.message
    : `this looks like a Helm template, which is no YAML yet: render the chart (${fault.message})`
}
