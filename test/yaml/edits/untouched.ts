import assert from 'node:assert/strict'
import type { Change } from '../../../src/yaml/edit/change.ts'
import { isMerge, keyName } from '../../../src/yaml/full/key.ts'
import { type MappingNode, parseNodes, type YamlNode } from '../../../src/yaml/nodes.ts'
import type { YamlDocument } from '../../../src/yaml/parse.ts'

/** Asserts that all that no change is about is written as it was: text before and behind, scalars, keys and their order. */
export function untouched(
  before: string,
  old: YamlDocument,
  after: string,
  now: YamlDocument,
  changes: readonly Change[],
  shown: string
): void {
  // A document that becomes JSON begins and ends with its brackets.
  if (now.format === old.format) {
    assert.equal(after.slice(0, now.start), before.slice(0, old.start), shown)
    assert.equal(after.slice(now.end), before.slice(old.end), shown)
  }
  const hadBreak = /[\r\n\u0085\u2028\u2029]$/.test(before)
  // What is removed at the end may leave an empty line behind that stood before it.
  if (!changes.some((change) => 'remove' in change))
    assert.equal(/[\r\n\u0085\u2028\u2029]$/.test(after), hadBreak, `the end of the text changed: ${shown}`)
  const oldRoot = parseNodes(before, old)
  const newRoot = parseNodes(after, now)
  if (oldRoot === undefined || newRoot === undefined) return
  const comparison = new Comparison(before, after, shown)
  comparison.compare(oldRoot, newRoot, changes)
}

class Comparison {
  readonly #before: string
  readonly #after: string
  readonly #shown: string

  constructor(before: string, after: string, shown: string) {
    this.#before = before
    this.#after = after
    this.#shown = shown
  }

  compare(old: YamlNode, now: YamlNode, changes: readonly Change[]): void {
    if (changes.some(({ path }) => path.length === 0)) return
    if (changes.length === 0) {
      this.#same(old, now)
      return
    }
    if (old.kind !== now.kind) return
    if (old.kind === 'mapping' && now.kind === 'mapping') this.#mappings(old, now, changes)
    if (old.kind === 'sequence' && now.kind === 'sequence' && !changes.some(removesItem))
      old.items.forEach((item, index) => {
        const other = now.items[index]
        if (other !== undefined) this.compare(item, other, below(changes, index))
      })
  }

  #mappings(old: MappingNode, now: MappingNode, changes: readonly Change[]): void {
    const keys = keysOf(old).filter((key) => keysOf(now).includes(key))
    assert.deepEqual(
      keysOf(now).filter((key) => keys.includes(key)),
      keys,
      `the order of keys: ${this.#shown}`
    )
    for (const { key, value } of old.pairs) {
      const name = isMerge(key) ? undefined : keyName(key)
      const other = now.pairs.findLast((pair) => !isMerge(pair.key) && keyName(pair.key) === name)
      if (name !== undefined && other !== undefined && keys.filter((each) => each === name).length === 1)
        this.compare(value, other.value, below(changes, name))
    }
  }

  /** The same text but for comments that moved, and what an alias stands for. */
  #same(old: YamlNode, now: YamlNode): void {
    assert.equal(now.kind, old.kind, this.#shown)
    if (old.kind === 'scalar' && now.kind === 'scalar' && now.style === 'plain')
      assert.equal(this.#after.slice(now.start, now.end), this.#before.slice(old.start, old.end), this.#shown)
    else if (old.kind === 'scalar' && now.kind === 'scalar') assert.equal(now.style, old.style, this.#shown)
  }
}

function keysOf({ pairs }: MappingNode): string[] {
  return pairs.map(({ key }) => (isMerge(key) ? '<<' : String(keyName(key))))
}

function removesItem(change: Change): boolean {
  return 'remove' in change && change.path.length === 1
}

/** The changes of what is at a step, as seen from there. */
function below(changes: readonly Change[], step: string | number): Change[] {
  return changes
    .filter(({ path }) => String(path[0]) === String(step))
    .map((change) => ({ ...change, path: change.path.slice(1) }))
}
