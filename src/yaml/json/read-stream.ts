import { OPEN_BRACE, OPEN_BRACKET, SPACE } from '../characters.ts'
import type { DuplicateKey } from '../problem.ts'
import { JsonReader } from './read-value.ts'
import { notJson, skipSpace } from './tokens.ts'

export interface JsonDocument {
  readonly value: unknown
  readonly start: number
  readonly end: number
  readonly duplicates: readonly DuplicateKey[]
  /** Offset of a number that Kubernetes cannot hold, or -1. */
  readonly tooLarge: number
}

export interface JsonStream {
  readonly documents: readonly JsonDocument[]
  /** Where YAML goes on: the first line break behind the last value is not part of it. */
  readonly end: number
}

/**
 * Reads the JSON values that a text begins with: of one that begins with `{`, kubectl (`YAMLOrJSONDecoder` of
 * k8s.io/apimachinery) takes these first and reads the rest as YAML.
 */
export function readJsonStream(text: string, from: number): JsonStream {
  const documents: JsonDocument[] = []
  let end = from
  const reader = new JsonReader(text, from)
  for (let next = tryValue(reader); next !== undefined; next = tryValue(reader)) {
    documents.push(next)
    end = skipToNextLine(text, next.end)
  }
  return { documents, end }
}

/** Whether a text is JSON to kubectl as far as it can be. */
export function beginsJson(text: string, from: number): boolean {
  const code = text.charCodeAt(from)
  // Nearly all manifests begin with a letter or a comment.
  return code <= SPACE || code === OPEN_BRACE ? skipSpace({ text, pos: from }) === OPEN_BRACE : false
}

function tryValue(reader: JsonReader): JsonDocument | undefined {
  reader.duplicates.length = 0
  reader.tooLarge = -1
  if (!isCollection(skipSpace(reader))) return undefined
  const { pos: start } = reader
  try {
    const value = reader.value()
    return { value, start, end: reader.pos, duplicates: [...reader.duplicates], tooLarge: reader.tooLarge }
  } catch (error) {
    if (error === notJson) return undefined
    throw error
  }
}

/** Scalars behind a value are left to YAML, which reads them just the same. */
function isCollection(code: number): boolean {
  return code === OPEN_BRACE || code === OPEN_BRACKET
}

function skipToNextLine(text: string, from: number): number {
  const white = /[^\S\n]*\n?/y
  white.lastIndex = from
  white.exec(text)
  return white.lastIndex
}
