/** The quick reader, where it answers, against the full one: the same value, the same duplicate keys. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDocument } from '../../src/yaml/full/read-document.ts'
import { QuickReader } from '../../src/yaml/quick/read-document.ts'
import { corpusFolder } from '../corpus.ts'
import { canonical } from './canonical.ts'
import { realDocuments } from './real-documents.ts'
import { mutated, yamlText } from './yaml-text.ts'

/** Whether the quick reader took the whole text. */
function agree(text: string): boolean {
  const quick = new QuickReader(text)
  if (!text.isWellFormed() || !quick.read(0) || quick.end < text.length) return false
  const full = readDocument(text)
  assert.equal(canonical(quick.value), canonical(full.value))
  assert.deepEqual(quick.duplicates ?? [], full.duplicates)
  assert.equal(full.ignored, -1)
  return true
}

test('on arbitrary documents', () => {
  let taken = 0
  fc.assert(
    fc.property(yamlText, (text) => {
      if (agree(text)) taken++
    }),
    { numRuns: 20_000, seed: 4 }
  )
  assert.ok(taken > 3000, `${taken} took the quick path`)
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
