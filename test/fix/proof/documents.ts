import assert from 'node:assert/strict'
import { parseAllDocuments } from 'yaml'
import type { Skipped } from '../../go-program.ts'
import type { Oracle } from '../../yaml/oracle-client.ts'
import type { ChangedFile } from './run-proof.ts'

/** A document of a changed file, as another reader than ours reads it before and after. */
export interface DocumentPair {
  readonly file: string
  /** As findings count: from 0, with those that are empty. */
  readonly index: number
  readonly before: unknown
  readonly after: unknown
}

/**
 * The documents that changed: read by the library that kubectl reads files with, where Go is there. All other documents
 * are the same, to the byte.
 */
export function changedDocuments(files: readonly ChangedFile[], oracle: Oracle | Skipped): DocumentPair[] {
  const pairs = files.flatMap((file) => changedTexts(file))
  const values = 'skipped' in oracle ? pairs.map(bothByNode) : bothByGo(pairs, oracle)
  return pairs.map(({ file, index }, at) => ({ file, index, ...(values[at] ?? assert.fail()) }))
}

interface Values {
  readonly before: unknown
  readonly after: unknown
}

interface TextPair {
  readonly file: string
  readonly index: number
  readonly before: string
  readonly after: string
}

function changedTexts({ name, before, after }: ChangedFile): TextPair[] {
  const [olds, nows] = [documentTexts(before), documentTexts(after)]
  assert.equal(nows.length, olds.length, `${name}: the number of documents`)
  return olds.flatMap((old, index) => {
    const now = nows[index] ?? assert.fail()
    return old === now ? [] : [{ file: name, index, before: old, after: now }]
  })
}

/**
 * The documents of a text as they stand: kubectl, too, takes for one whatever precedes a marker, if only a comment, and
 * passes over markers with nothing between them. Directives belong to what follows.
 */
function documentTexts(text: string): string[] {
  const parts = text.split(/(?<=\n)(?=---(?:[ \t\r\n]|$))/).filter((part) => !/^---[ \t\r]*\n$/.test(part))
  const [first = '', second = '', ...rest] = parts
  return /^(?:%.*\n)+$/.test(first) ? [first + second, ...rest] : parts
}

function bothByGo(pairs: readonly TextPair[], oracle: Oracle): Values[] {
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)].map((texts) =>
    oracle.documents(texts)
  )
  return pairs.map(({ file, index }, at) => {
    const [old, now] = [before?.[at], after?.[at]]
    assert.equal(old?.error, undefined, `${file}, document ${index}`)
    assert.equal(now?.error, undefined, `${file}, document ${index}`)
    return { before: JSON.parse(old?.json ?? ''), after: JSON.parse(now?.json ?? '') }
  })
}

function bothByNode({ before, after }: TextPair): Values {
  return { before: byNode(before), after: byNode(after) }
}

function byNode(text: string): unknown {
  const [document] = parseAllDocuments(text, { version: '1.1', merge: true, uniqueKeys: false })
  return document !== undefined && 'toJS' in document ? document.toJS() : null
}
