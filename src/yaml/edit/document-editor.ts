import type { YamlDocument } from '../document.ts'
import { locateAll, type YamlPath } from '../locate.ts'
import { parseNodes, type YamlNode } from '../nodes.ts'
import { parseYaml } from '../parse.ts'
import type { Change } from './change.ts'
import { changed, Draft } from './changed.ts'
import { editItems } from './edit-items.ts'
import type { DocumentOutcome, RefusedChange } from './edited.ts'
import { equal } from './equal.ts'
import type { Refusal } from './pen.ts'
import { Rewriter } from './rewriter.ts'
import { applySplices, overlap, type Splice } from './splices.ts'
import { isNested } from './write-block.ts'

interface Tree {
  readonly text: string
  readonly document: YamlDocument
  readonly root: YamlNode | undefined
}

let latest: Tree | undefined

/** One tree is kept: whoever tries several sets of changes, as most do with a file of one document, pays for it once. */
function treeOf(text: string, document: YamlDocument): YamlNode | undefined {
  if (latest?.document !== document || latest.text !== text)
    latest = { text, document, root: parseNodes(text, document) }
  return latest.root
}

/** Edits one document. */
export class DocumentEditor {
  readonly #text: string
  readonly #document: YamlDocument

  constructor(text: string, document: YamlDocument) {
    this.#text = text
    this.#document = document
  }

  /**
   * Makes all changes that are not refused. One that is refused may have been what allowed another, so the rest is tried
   * anew without it. Undefined where the result would not read as it should.
   */
  edit(changes: readonly Change[]): DocumentOutcome | undefined {
    const inItems = editItems(this.#text, this.#document, changes)
    if (inItems !== undefined && this.#isRight(inItems, changes))
      return { splices: inItems, done: changes, refused: [] }
    const refused: RefusedChange[] = []
    let rest = changes
    for (;;) {
      const { splices, refusals } = this.#attempt(rest)
      if (refusals.length === 0) return this.#isRight(splices, rest) ? { splices, done: rest, refused } : undefined
      const hit = refusedBy(rest, refusals)
      for (const [change, { reason, offset }] of hit) refused.push({ change, reason, offset })
      rest = rest.filter((change) => !hit.has(change))
    }
  }

  /** Makes the changes that go well together, where not all of them do: by halves, so that one costs few attempts. */
  editInParts(changes: readonly Change[]): DocumentOutcome {
    const refused: RefusedChange[] = []
    let best: DocumentOutcome = { splices: [], done: [], refused: [] }
    const parts = [changes]
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      const outcome = this.edit([...best.done, ...part])
      const [only] = part
      if (outcome !== undefined && outcome.refused.length === 0) best = outcome
      else if (part.length > 1) {
        const half = part.length >> 1
        // The first half is next.
        parts.push(part.slice(half), part.slice(0, half))
      } else if (only !== undefined) {
        const [refusal] = outcome?.refused ?? []
        refused.push(refusal === undefined ? this.#unsafe(only, best.done) : { ...refusal, change: only })
      }
    }
    return { ...best, refused }
  }

  #unsafe(change: Change, done: readonly Change[]): RefusedChange {
    const wanted = changed(this.#document.value, [...done, change])
    const isEmpty = typeof wanted === 'object' && !isNested(wanted)
    const reason = isEmpty ? 'nothing would be left of the document' : 'it would not read as it should afterwards'
    return { change, reason, offset: offsetOf(this.#text, this.#document, change) }
  }

  #attempt(changes: readonly Change[]): { readonly splices: readonly Splice[]; readonly refusals: readonly Refusal[] } {
    const root = treeOf(this.#text, this.#document)
    if (root === undefined) return { splices: [], refusals: [this.#empty()] }
    const draft = new Draft(this.#document.value)
    for (const change of changes) draft.apply(change)
    return new Rewriter(this.#text, this.#document, root, draft)
  }

  #empty(): Refusal {
    return { path: [], reason: 'the document is empty', offset: this.#document.start }
  }

  /** Whether the document, with the splices applied, reads as the changes ask for. */
  #isRight(splices: readonly Splice[], changes: readonly Change[]): boolean {
    const { start, end, value, problems, format } = this.#document
    if (overlap(splices)) return false
    const local = splices.map((splice) => ({ ...splice, start: splice.start - start, end: splice.end - start }))
    const edited = applySplices(this.#text.slice(start, end), local)
    // YAML that begins with a bracket is JSON to kubectl at the beginning of a text, and only there.
    const isFirst = this.#text.slice(0, start).trim() === ''
    const asItIs = format === 'json' || isFirst || edited.startsWith('---')
    const [document, ...others] = parseYaml(asItIs ? edited : `---\n${edited}`)
    return (
      others.length === 0 &&
      document !== undefined &&
      document.problems.length <= problems.length &&
      equal(document.value, changed(value, changes)) &&
      (document.format === format || (format === 'yaml' && (!isFirst || this.#keepsOthers(splices))))
    )
  }

  /** Whether the text still has as many documents: what is JSON goes another way, and so does what stands behind it. */
  #keepsOthers(splices: readonly Splice[]): boolean {
    return parseYaml(applySplices(this.#text, splices)).length === parseYaml(this.#text).length
  }
}

/** Where the value stands that a change is about, or the key of what is nearest to it. */
export function offsetOf(text: string, document: YamlDocument, { path }: Change): number {
  return locateAll(text, document, [path])[0]?.offset ?? document.start
}

/** The changes that the refusals are about, each with the first one; all of them where it is not clear. */
function refusedBy(changes: readonly Change[], refusals: readonly Refusal[]): Map<Change, Refusal> {
  const hit = new Map<Change, Refusal>()
  for (const change of changes) {
    const refusal = refusals.find(({ path }) => concerns(change, path))
    if (refusal !== undefined) hit.set(change, refusal)
  }
  const [first] = refusals
  if (hit.size === 0 && first !== undefined) for (const change of changes) hit.set(change, first)
  return hit
}

/** Whether a change asks for what stands at, above or below the path. */
function concerns({ path: asked }: Change, path: YamlPath): boolean {
  const shorter = Math.min(asked.length, path.length)
  for (let at = 0; at < shorter; at++) if (String(asked[at]) !== String(path[at])) return false
  return true
}
