/** Fixes a copy of real files with the command, and shows by readers of others that this did what it said, and no more. */
import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { unifiedDiff } from '../../../src/fix/diff/unified-diff.ts'
import { commentsOf } from '../../yaml/edits/comments-of.ts'
import { yamlOracle } from '../../yaml/oracle-client.ts'
import { bulwark, findingsOf, type Reported } from './command.ts'
import { type CopiedFile, snapshot, type Tree, written } from './copied-tree.ts'
import { differences } from './differences.ts'
import { changedDocuments, type DocumentPair } from './documents.ts'
import { isIntended, type SaidFixed } from './intended.ts'
import { assertStyleStays } from './style.ts'

/** What `fix --write -o json` says, as far as it matters here. */
interface Said {
  readonly fixed: readonly SaidFixed[]
  readonly left: readonly { readonly kind: string }[]
  readonly unwritten: readonly unknown[]
}

/** What a proof found, for those who want to look at more than it asserts. */
export interface Proven {
  readonly documents: readonly DocumentPair[]
}

type Files = ReadonlyMap<string, CopiedFile>

/** @param t Gets the figures as diagnostics. */
export async function proveFixes(t: TestContext, tree: Tree): Promise<Proven> {
  const folder = written(t, tree)
  const before = snapshot(folder)
  const found = findingsOf(folder)
  const said = fixed(folder)
  const after = snapshot(folder)
  const left = findingsOf(folder)
  assert.deepEqual(said.unwritten, [])
  assertNothingIsLeft(said, left)
  assertNothingWorse(t, said, found, left)
  report(t, found, said, left)
  const changed = changedFiles(before, after, said)
  fixed(folder)
  assertSame(after, snapshot(folder))
  const documents = changedDocuments(changed, await yamlOracle())
  const leaves = assertOnlyIntended(documents, said)
  t.diagnostic(`${changed.length} files, ${documents.length} documents and ${leaves} values change; nothing else does`)
  const comments = changed.reduce((sum, { before: text }) => sum + commentsOf(text).length, 0)
  t.diagnostic(`${comments} comments in the changed files are all there`)
  return { documents }
}

function fixed(folder: string): Said {
  const { stdout, stderr, status } = bulwark(folder, 'fix', '.', '--grade', 'review', '--write', '-o', 'json')
  assert.ok(status !== null && status <= 2, stderr)
  return JSON.parse(stdout)
}

/** What was said to be fixed is not found again. */
function assertNothingIsLeft({ fixed }: Said, left: readonly Reported[]): void {
  const still = new Set(left.map(keyOf))
  const again = fixed.filter(({ file, fingerprint }) => still.has(`${file} ${fingerprint}`))
  assert.deepEqual(again.slice(0, 5), [], `${again.length} are found again`)
}

/** What a namespace could newly demand of its pods, since they are better now. */
const nowPossible = new Set(['pod-security-level', 'pod-security-enforcement'])
/** Of all capabilities only those are left that the image needs, and these are named now. */
const nowNamed = 'capabilities-beyond-net-bind'

/** No fix makes a finding that was not there, unless by what is better now. */
function assertNothingWorse(
  t: TestContext,
  { fixed }: Said,
  found: readonly Reported[],
  left: readonly Reported[]
): void {
  const known = new Set(found.map(keyOf))
  const dropped = new Set(fixed.filter(({ control }) => control === 'undropped-capabilities').map(containerKey))
  const news = left.filter((finding) => !known.has(keyOf(finding)) && !nowPossible.has(finding.control))
  const others = news.filter((finding) => finding.control !== nowNamed || !dropped.has(containerKey(finding)))
  assert.deepEqual(others.slice(0, 5), [], `${others.length} findings are new`)
  if (news.length > 0) t.diagnostic(`${news.length} capabilities that images need are named instead of granted unasked`)
}

function keyOf({ file, fingerprint }: Reported): string {
  return `${file} ${fingerprint}`
}

function containerKey({ file, document, path }: Pick<Reported, 'file' | 'document' | 'path'>): string {
  return `${file} ${document} ${path.replace(/\.securityContext.*/, '')}`
}

function report(
  t: TestContext,
  found: readonly Reported[],
  { fixed, left: unfixed }: Said,
  left: readonly Reported[]
): void {
  const share = ((100 * fixed.length) / found.length).toFixed(1)
  t.diagnostic(
    `${found.length} findings, ${fixed.length} said to be fixed (${share} %), 0 of these found again, ${left.length} left`
  )
  for (const [grade, all] of Map.groupBy(fixed, (each) => each.grade)) t.diagnostic(`${grade}: ${all.length} fixed`)
  for (const [kind, all] of Map.groupBy(unfixed, (each) => each.kind)) t.diagnostic(`left, ${kind}: ${all.length}`)
}

/** A file that was changed, as text without the byte order mark. */
export interface ChangedFile {
  readonly name: string
  readonly before: string
  readonly after: string
}

function changedFiles(before: Files, after: Files, { fixed }: Said): ChangedFile[] {
  assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort())
  const mended = new Set(fixed.map(({ file }) => file))
  const changed: ChangedFile[] = []
  for (const [name, old] of before) {
    const now = after.get(name)
    assert.ok(now !== undefined && now.mode === old.mode, `${name} has another mode`)
    if (now.bytes.equals(old.bytes)) {
      assert.ok(!mended.has(name), `${name} is as it was, though something in it was fixed`)
      continue
    }
    assert.ok(mended.has(name), `${name} changes, though nothing in it was fixed`)
    changed.push(assertStyleStays(name, old.bytes, now.bytes))
  }
  return changed
}

function assertOnlyIntended(documents: readonly DocumentPair[], { fixed }: Said): number {
  const byFile = Map.groupBy(fixed, ({ file }) => file)
  const others: string[] = []
  let leaves = 0
  for (const { file, index, before, after } of documents) {
    const own = (byFile.get(file) ?? []).filter(({ document }) => document === index)
    for (const difference of differences(before, after)) {
      leaves++
      if (!isIntended(difference, own)) others.push(`${file}, document ${index}: ${JSON.stringify(difference)}`)
    }
  }
  assert.deepEqual(others.slice(0, 20), [], `${others.length} of ${leaves} differences are nobody's intention`)
  return leaves
}

function assertSame(first: Files, second: Files): void {
  const other = [...second].flatMap(([name, { bytes }]) => {
    const old = first.get(name)
    return old?.bytes.equals(bytes) ? [] : [unifiedDiff(name, old?.bytes.toString() ?? null, bytes.toString())]
  })
  assert.equal(other.slice(0, 3).join(''), '', `a second run changes ${other.length} files`)
  assert.equal(second.size, first.size)
}
