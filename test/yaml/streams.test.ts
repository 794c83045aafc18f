/**
 * Streams of documents, as kubectl reads files (`YAMLOrJSONDecoder` of k8s.io/apimachinery): the same documents in the
 * same order up to its first error, from where on ours go on.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseYaml, type YamlDocument } from '../../src/yaml/parse.ts'
import { canonical, canonicalJson } from './canonical.ts'
import { type Answer, type Oracle, yamlOracle } from './oracle-client.ts'
import { yamlText } from './yaml-text.ts'

const oracle = await yamlOracle()
const skip = 'skipped' in oracle ? oracle.skipped : false

const separators = [
  '---\n',
  '\n---\n',
  '---\t# c\n',
  '--- \n',
  '---\r\n',
  '...\n---\n',
  '---\n---\n',
  '\n',
  ' ---\n',
  ''
]
const joints = fc.constantFrom(...separators, '--- x\n', '---x\n', '---#c\n')

const json = fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 1 }))
const parts = fc.oneof(
  yamlText,
  json.map((value) => JSON.stringify(value, null, '\t')),
  json.map((value) => JSON.stringify(value)),
  fc.constantFrom('', 'a: 1\n', '# c\n', '{"a": "\\/ \\ud83d\\ude00"}', '{"a":1,"a":[1e3, 0.10, 12345678901234567890]}')
)

// The last line always ends, since kubectl adds what lacks there.
const streams = fc
  .array(fc.tuple(parts, joints), { minLength: 1, maxLength: 5 })
  .map((all) => `${all.flat().join('')}\n`)

/** Refusals of kubectl alone, which `parseYaml` documents: it reads on and says so, or says nothing. */
function isKnown(text: string): boolean {
  return text.includes('%') || text.includes('\r') || text.includes('...')
}

function readable({ value, problems }: YamlDocument): string {
  const fault = problems.find(({ kind }) => kind === 'syntax' || kind === 'unsupported-value' || kind === 'limit')
  return value === undefined && fault !== undefined ? 'refused' : canonical(value)
}

function compare(text: string, { documents = [], error }: Answer): void {
  const ours = parseYaml(text)
  const theirs = documents.map((document) => canonicalJson(document === '' ? 'null' : document))
  assert.deepEqual(ours.slice(0, theirs.length).map(readable), theirs)
  if (error !== undefined) assert.ok(ours.some(({ problems }) => problems.length > 0) || /offset|numeric/.test(error))
  else if (theirs.length > 0) assert.equal(ours.length, theirs.length)
}

test('5,000 arbitrary streams', { skip }, () => {
  const texts = fc.sample(streams, { numRuns: 5000, seed: 6 }).filter((text) => !isKnown(text))
  for (const answer of (oracle as Oracle).streams(texts)) {
    const text = texts[answer.id] ?? ''
    try {
      compare(text, answer)
    } catch (difference) {
      assert.fail(`${JSON.stringify(text)}\n${answer.error}\n${difference}`)
    }
  }
})
