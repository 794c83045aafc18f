/**
 * The quick reader, where it answers, against the full one: the same value, the same duplicate keys. Where it gives up, what
 * it leaves to the full one has the faults of the whole.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findForbidden } from '../../src/yaml/characters.ts'
import { readDocument } from '../../src/yaml/full/read-document.ts'
import { YamlFault } from '../../src/yaml/problem.ts'
import { QuickReader } from '../../src/yaml/quick/read-document.ts'
import { corpusFolder } from '../corpus.ts'
import { canonical } from './canonical.ts'
import { realDocuments } from './real-documents.ts'
import { mutated, yamlText } from './yaml-text.ts'

/** Whether the quick reader took the whole text. */
function agree(text: string): boolean {
  if (!text.isWellFormed()) return false
  const quick = new QuickReader(text)
  if (!quick.read(0)) {
    agreeOnFault(text, quick)
    return false
  }
  if (quick.end < text.length) return false
  const full = readDocument(text)
  assert.equal(canonical(quick.value), canonical(full.value))
  assert.deepEqual(quick.duplicates ?? [], full.duplicates)
  assert.equal(full.ignored, -1)
  return true
}

/** What the quick reader left unread is refused as the whole is, at the same place, or neither is. */
function agreeOnFault(text: string, quick: QuickReader): void {
  const unread = quick.unread(0, text.length)
  if (unread === undefined || findForbidden(text) >= 0) return
  const fault = faultOf(unread.text)
  assert.deepEqual(fault && { ...fault, offset: unread.offsetOf(fault.offset) }, faultOf(text))
  if (unread.text.length < text.length) shortened++
}

function faultOf(text: string): Pick<YamlFault, 'kind' | 'message' | 'offset'> | undefined {
  try {
    readDocument(text)
    return undefined
  } catch (fault) {
    if (!(fault instanceof YamlFault)) throw fault
    const { kind, message, offset } = fault
    return { kind, message, offset }
  }
}

let shortened = 0

test('on arbitrary documents', () => {
  let taken = 0
  fc.assert(
    fc.property(yamlText, (text) => {
      if (agree(text)) taken++
    }),
    { numRuns: 20_000, seed: 4 }
  )
  assert.ok(taken > 3000, `${taken} took the quick path`)
  assert.ok(shortened > 1000, `of ${shortened} a part was not read again`)
})

test('on merge keys', () => {
  const line = fc.constantFrom(
    '<<: *x',
    '<<: *y',
    '<<: {a: 2}',
    '<<: [*x, {b: 1}]',
    '"<<": 3',
    'a: 1',
    'b: 2',
    'c:\n    <<: *x',
    '__proto__: 4'
  )
  const mapping = fc.array(line, { minLength: 1, maxLength: 8 })
  let taken = 0
  fc.assert(
    fc.property(mapping, (lines) => {
      if (agree(`x: &x {a: 5, q: 6}\ny: &y\n  r: 7\n  a: 8\nm:\n${lines.map((text) => `  ${text}\n`).join('')}`))
        taken++
    }),
    { numRuns: 3000, seed: 6 }
  )
  assert.ok(taken > 500, `${taken} took the quick path`)
})

test('on documents of real projects, with and without faults', (t) => {
  const folder = corpusFolder()
  if (folder === null) return t.skip('there is no folder of real manifests')
  const documents = realDocuments(folder)
  for (const text of documents) agree(text)
  fc.assert(fc.property(mutated(documents), agreeOrNot), { numRuns: 5000, seed: 5 })
})

function agreeOrNot(text: string): void {
  agree(text)
}
