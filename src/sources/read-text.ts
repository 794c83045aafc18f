import { type Gathered, gatherResources } from '../estate/gather.ts'
import { isMapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import type { DecodingProblem } from '../yaml/decode.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml, type YamlDocument } from '../yaml/parse.ts'
import { embeddedConfiguration } from './embedded-configuration.ts'
import { templateProblem } from './helm-template.ts'
import { isPatch } from './patch.ts'
import { shapeFaults } from './shape.ts'
import { bareUnit, type InputError, type Skipped, type SourceUnit } from './unit.ts'

/**
 * Reads the text of one file: every document, every resource in them, and for each part that holds none the reason.
 * One bad document or list item never costs another.
 */
export function readText(file: string, text: string, named: boolean): SourceUnit {
  const documents = parseYaml(text)
  const gathered: Gathered = { resources: [], faults: [] }
  const skipped: Skipped[] = []
  const errors: InputError[] = []
  const othersJson = !named && isOthersJson(file, text)
  for (const document of documents) {
    const reason = readDocument(file, document, gathered) ?? (othersJson ? jsonDialect(document) : null)
    if (reason !== null) skipped.push({ file, document: document.index, reason, named })
    else {
      addProblems(file, text, document, errors)
      const empty = emptyList(document)
      if (empty !== null) skipped.push({ file, document: document.index, reason: empty, named: false })
    }
  }
  if (documents.every(({ value, problems }) => value === undefined && problems.length === 0)) {
    skipped.push({ file, document: 0, reason: emptiness(text), named })
  }
  for (const resource of gathered.resources) shapeFaults(resource, gathered.faults)
  for (const { document, path, message } of gathered.faults) {
    errors.push({ file, ...lineOf(text, documents[document], path), message })
  }
  // Where they stand among the others is told by their places.
  for (const resource of gathered.resources.filter(({ kind }) => kind === 'ConfigMap'))
    gathered.resources.push(...embeddedConfiguration(resource))
  return bareUnit(file, { files: 1, text, documents, resources: gathered.resources, skipped, errors })
}

/** Adds what one document holds, or says why it is passed over. What is wrong with its text matters only if it is not. */
function readDocument(file: string, document: YamlDocument, into: Gathered): string | null {
  const { value, index } = document
  if (value === undefined) return null
  if (isPatch(file, value)) return 'a patch for Kustomize, not an object'
  return gatherResources(value, { file, document: index, prefix: [] }, into) ? null : foreign(value)
}

/** `kubectl get` answers with one where there is nothing: worth a word, and no mistake. */
function emptyList({ value }: YamlDocument): string | null {
  if (!isMapping(value) || typeof value.kind !== 'string' || !value.kind.endsWith('List')) return null
  const { items } = value
  const isEmpty = Array.isArray(items) ? items.length === 0 : value.kind === 'List' && (items ?? null) === null
  return isEmpty ? `a ${value.kind} without items` : null
}

/** A file of which nothing could be read, and where it stopped being text. */
export function unreadable(file: string, fault: DecodingProblem | { readonly problem: string }): SourceUnit {
  const { line, column } = 'line' in fault ? fault : { line: null, column: null }
  return bareUnit(file, { files: 1, errors: [{ file, line, column, message: fault.problem }] })
}

function addProblems(file: string, text: string, document: YamlDocument, errors: InputError[]): void {
  if (document.problems.length === 0) return
  const template = document.value === undefined ? templateProblem(text, document) : null
  if (template !== null) {
    // Said once for a file, however many of its documents are templates.
    if (!errors.some(({ message }) => message === template.message)) errors.push({ file, ...template })
    return
  }
  for (const { line, column, message } of document.problems) errors.push({ file, line, column, message })
}

function lineOf(text: string, document: YamlDocument | undefined, path: Path): Pick<InputError, 'line' | 'column'> {
  const [position] = document === undefined ? [] : locateAll(text, document, [path])
  return { line: position?.line ?? null, column: position?.column ?? null }
}

/** Settings of editors and compilers are JSON with comments: no manifest is broken where there is none. */
function isOthersJson(file: string, text: string): boolean {
  return /\.json$/i.test(file) && !text.includes('"apiVersion"')
}

function jsonDialect({ value, problems: [problem] }: YamlDocument): string | null {
  return value === undefined && problem !== undefined ? `not a Kubernetes object, nor JSON: ${problem.message}` : null
}

function foreign(value: unknown): string {
  if (isMapping(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string') {
    return `not a Kubernetes object: a ${value.kind} of ${value.apiVersion} without metadata is a tool's configuration`
  }
  return 'not a Kubernetes object'
}

function emptiness(text: string): string {
  return /^\s*$/.test(text) ? 'empty' : 'only comments'
}
