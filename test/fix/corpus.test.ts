/** Real manifests, fixed up to what needs a review: what is said to be fixed is, and nothing else changes. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { Lexer, parseAllDocuments } from 'yaml'
import { parseYaml } from '../../src/yaml/parse.ts'
import { corpusFolder } from '../corpus.ts'
import { FixedCopy, type FixReport, keyOf } from './fixed-corpus.ts'

const corpus = corpusFolder()

describe('real manifests', { skip: corpus === null && 'there is no corpus: set BULWARK_CORPUS' }, () => {
  let copy: FixedCopy
  let report: FixReport
  before(() => {
    copy = new FixedCopy(corpus ?? '')
    report = copy.fix('--grade', 'review', '--writable', 'none')
  })
  after(() => copy.remove())

  test('are free of what is said to be fixed', (t) => {
    const open = copy.scan()
    const still = report.fixed.filter((finding) => open.has(keyOf(finding)))
    assert.deepEqual(still, [])
    assert.ok(report.fixed.length > 6000)
    assert.deepEqual(report.unwritten, [])
    const all = report.fixed.length + report.left.length
    t.diagnostic(`${report.fixed.length} of ${all} findings: ${JSON.stringify(report.summary)}`)
  })

  test('change nowhere but where the report has a diff', () => {
    const told = new Set(report.diffs.map(({ file }) => file))
    assert.deepEqual(
      copy
        .changes()
        .map(({ name }) => name)
        .sort(),
      [...told].sort()
    )
  })

  test('keep all their comments', () => {
    let comments = 0
    for (const { name, before: old, after: text } of copy.changes()) {
      const kept = commentsOf(text)
      for (const [comment, count] of commentsOf(old)) {
        comments += count
        assert.ok((kept.get(comment) ?? 0) >= count, `${name}: ${comment}`)
      }
      assert.equal(sum(kept), sum(commentsOf(old)), `${name} has a new comment`)
    }
    assert.ok(comments > 1000, `${comments} comments`)
  })

  test('mean to another reader what they mean to Bulwark', () => {
    let documents = 0
    for (const { name, after: text } of copy.changes()) {
      // What kubectl takes and YAML 1.2 does not is left to the reader's own tests.
      const others = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, merge: true })
      const own = parseYaml(text)
      if (!Array.isArray(others) || others.length !== own.length) continue
      for (const [index, document] of others.entries()) {
        if (document.errors.length > 0) continue
        const theirs = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 }) ?? null))
        const ours = JSON.parse(JSON.stringify(own[index]?.value ?? null))
        if (isDeepStrictEqual(theirs, ours)) documents++
        else assert.ok(readsOtherwise(copy.before.get(name)?.toString() ?? '', index), `${name}, document ${index}`)
      }
    }
    assert.ok(documents > 1500, `${documents} documents`)
  })

  test('change no byte the second time', () => {
    const once = copy.files()
    const again = copy.fix('--grade', 'review', '--writable', 'none')
    assert.deepEqual(again.diffs, [])
    for (const [name, bytes] of copy.files()) assert.ok(once.get(name)?.equals(bytes), name)
  })
})

/** Whether the two readers differ about the document as it was: about numbers such as 0644, for one. */
function readsOtherwise(text: string, index: number): boolean {
  const documents = parseAllDocuments(text, { version: '1.1', uniqueKeys: false, merge: true })
  const document = Array.isArray(documents) ? documents[index] : undefined
  const theirs = JSON.parse(JSON.stringify(document?.toJS({ maxAliasCount: -1 }) ?? null))
  return !isDeepStrictEqual(theirs, JSON.parse(JSON.stringify(parseYaml(text)[index]?.value ?? null)))
}

/** How often each comment stands in a text. */
function commentsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#')) counts.set(token.trimEnd(), (counts.get(token.trimEnd()) ?? 0) + 1)
  }
  return counts
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}
