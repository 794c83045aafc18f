import { type Gathered, gatherResources } from '../estate/gather.ts'
import { isMapping } from '../estate/mapping.ts'
import type { Path } from '../estate/path.ts'
import { locateAll } from '../yaml/locate.ts'
import { parseYaml, type YamlDocument } from '../yaml/parse.ts'
import { templateProblem } from './helm-template.ts'
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
  let isEmpty = true
  for (const document of documents) {
    addProblems(file, text, document, errors)
    if (document.value === undefined) {
      if (document.problems.length > 0) isEmpty = false
      continue
    }
    isEmpty = false
    if (isPatch(document.value)) {
      skipped.push({ file, document: document.index, reason: 'a patch for Kustomize, not an object', named })
      continue
    }
    const origin = { file, document: document.index, prefix: [] }
    if (gatherResources(document.value, origin, gathered)) continue
    skipped.push({ file, document: document.index, reason: foreign(document.value), named })
  }
  if (isEmpty) skipped.push({ file, document: 0, reason: emptiness(text), named })
  for (const resource of gathered.resources) shapeFaults(resource, gathered.faults)
  for (const { document, path, message } of gathered.faults) {
    errors.push({ file, ...lineOf(text, documents, document, path), message })
  }
  return { file, files: 1, text, documents, resources: gathered.resources, skipped, errors, locate: null }
}

/** A file of which nothing could be read. */
export function unreadable(file: string, message: string): SourceUnit {
  return bareUnit(file, { files: 1, errors: [{ file, line: null, column: null, message }] })
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

function lineOf(
  text: string,
  documents: readonly YamlDocument[],
  index: number,
  path: Path
): { line: number | null; column: number | null } {
  const document = documents.find((candidate) => candidate.index === index)
  if (document === undefined) return { line: null, column: null }
  const [position] = locateAll(text, document, [[...path]])
  return { line: position?.line ?? null, column: position?.column ?? null }
}

/** `$patch: delete` and its like stand only in strategic merge patches. */
function isPatch(value: unknown): boolean {
  return isMapping(value) && Object.hasOwn(value, '$patch')
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
