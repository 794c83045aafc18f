/**
 * Reads what Kubernetes reads: the values of sigs.k8s.io/yaml, and its refusals. Differences: 0, of both readers, on
 * arbitrary documents, real ones, and real ones with faults.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { corpusFolder } from '../corpus.ts'
import { aliasText } from './alias-text.ts'
import { type Oracle, yamlOracle } from './oracle-client.ts'
import { answered, readFully, readQuickly } from './reading.ts'
import { realDocuments } from './real-documents.ts'
import { mutated, yamlText } from './yaml-text.ts'

const oracle = await yamlOracle()
const skip = 'skipped' in oracle ? oracle.skipped : false
const folder = corpusFolder()
const skipReal = skip || (folder === null && 'there is no folder of real manifests')

/** Puts each text to both readers and the library; the first few differences are shown. */
function compare(texts: readonly string[]): { refused: number; quick: number } {
  const counts = { refused: 0, quick: 0 }
  const differences: unknown[] = []
  for (const answer of (oracle as Oracle).documents(texts)) {
    const text = texts[answer.id] ?? ''
    // Which of two keys that differ in type only wins is random in Go.
    if (answer.ambiguous) continue
    const expected = answered(answer)
    const full = readFully(text)
    const quick = readQuickly(text)
    if (expected === 'refused') counts.refused++
    if (quick !== undefined) counts.quick++
    if (full !== expected || (quick ?? expected) !== expected) differences.push({ text, expected, full, quick })
  }
  assert.deepEqual(differences.slice(0, 3), [], `${differences.length} differences`)
  return counts
}

test('20,000 arbitrary documents', { skip }, () => {
  const { refused, quick } = compare(fc.sample(yamlText, { numRuns: 20_000, seed: 1 }))
  assert.ok(refused > 5000 && refused < 15_000, `${refused} were refused`)
  assert.ok(quick > 3000, `${quick} took the quick path`)
})

test('aliases up to the limit of what they may expand to', { skip }, () => {
  const { refused } = compare(fc.sample(aliasText, { numRuns: 150, seed: 2 }))
  assert.ok(refused > 20 && refused < 130, `${refused} were refused`)
})

test('every document of real projects', { skip: skipReal }, () => {
  const documents = realDocuments(folder ?? '')
  const { quick } = compare(documents)
  assert.ok(quick > 0.9 * documents.length, `${quick} of ${documents.length} took the quick path`)
})

test('10,000 documents of real projects with faults', { skip: skipReal }, () => {
  compare(fc.sample(mutated(realDocuments(folder ?? '')), { numRuns: 10_000, seed: 3 }))
})
