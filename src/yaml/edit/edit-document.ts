import type { YamlDocument } from '../document.ts'
import type { YamlPath } from '../locate.ts'
import { parseNodes, type YamlNode } from '../nodes.ts'
import { parseYaml } from '../parse.ts'
import type { Change } from './change.ts'
import { changed, Draft } from './changed.ts'
import { equal } from './equal.ts'
import type { Refusal } from './pen.ts'
import { Rewriter } from './rewriter.ts'
import { applySplices, overlap, type Splice } from './splices.ts'
import { isNested } from './write-block.ts'

export interface RefusedChange {
  readonly change: Change
  /** Why, in a few words: `shared` where others have their value from the same text and do not change alike. */
  readonly reason: string
  /** Where in the text the reason stands. */
  readonly offset: number
}

export interface Edited {
  readonly text: string
  /** The changes that `text` holds: its document reads as `changed(value, done)`. */
  readonly done: readonly Change[]
  readonly refused: readonly RefusedChange[]
}

/** The changes wanted in one document of a text. */
export interface DocumentChanges {
  readonly document: YamlDocument
  readonly changes: readonly Change[]
}

/** What became of the changes of one document. */
export interface DocumentOutcome extends Pick<Edited, 'done' | 'refused'> {
  readonly splices: readonly Splice[]
}

/**
 * The text with the changes made in one of its documents. Only what has to change does: comments, empty lines, the
 * order of keys, quotes, indentation, anchors, markers and line breaks stay. The result was read again, and has exactly
 * the value that the changes ask for.
 */
export function editDocument(text: string, document: YamlDocument, changes: readonly Change[]): Edited {
  const { splices, done, refused } = outcomeOf(text, document, changes)
  return { text: applySplices(text, splices), done, refused }
}

/** As `editDocument`, for several documents of one text at once; the outcomes are in the order of `edits`. */
export function editDocuments(
  text: string,
  edits: readonly DocumentChanges[]
): { readonly text: string; readonly outcomes: readonly DocumentOutcome[] } {
  const outcomes = edits.map(({ document, changes }) => outcomeOf(text, document, changes))
  const splices = outcomes.flatMap((outcome) => outcome.splices)
  return { text: applySplices(text, splices), outcomes }
}

const unsafe = 'the way in which it is written cannot be edited safely'

function outcomeOf(text: string, document: YamlDocument, changes: readonly Change[]): DocumentOutcome {
  if (document.value === undefined) return refuseAll(changes, 'the document has no value', document.start)
  const draft = new Draft(document.value)
  const refused: RefusedChange[] = []
  const possible = changes.filter((change) => {
    const applied = draft.apply(change)
    if (!applied) refused.push({ change, reason: noWay(change.path), offset: document.start })
    return applied
  })
  // Most documents need no change, and most changes are possible: neither costs a second draft.
  if (equal(document.value, draft.finish())) return { splices: [], done: possible, refused }
  const editor = new DocumentEditor(text, document)
  const outcome = editor.edit(possible) ?? editor.editOneByOne(possible)
  return { ...outcome, refused: [...refused, ...outcome.refused] }
}

function refuseAll(changes: readonly Change[], reason: string, offset: number): DocumentOutcome {
  return { splices: [], done: [], refused: changes.map((change) => ({ change, reason, offset })) }
}

function noWay(path: YamlPath): string {
  return path.length === 0 ? 'a document cannot be removed' : 'the path leads through what is no mapping or list'
}

/** Edits one document, of which the syntax tree is read once. */
class DocumentEditor {
  readonly #text: string
  readonly #document: YamlDocument
  readonly #root: YamlNode | undefined

  constructor(text: string, document: YamlDocument) {
    this.#text = text
    this.#document = document
    this.#root = parseNodes(text, document)
  }

  /**
   * Makes all changes that are not refused. One that is refused may have been what allowed another, so the rest is tried
   * anew without it. Undefined where the result would not read as it should.
   */
  edit(changes: readonly Change[]): DocumentOutcome | undefined {
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

  /** Makes each change that goes well together with those before it. */
  editOneByOne(changes: readonly Change[]): DocumentOutcome {
    const refused: RefusedChange[] = []
    let best: DocumentOutcome = { splices: [], done: [], refused: [] }
    for (const change of changes) {
      const outcome = this.edit([...best.done, change])
      if (outcome !== undefined && outcome.refused.length === 0) best = outcome
      else
        refused.push(
          outcome?.refused.at(-1) ?? { change, reason: this.#whyNot(best.done, change), offset: this.#document.start }
        )
    }
    return { ...best, refused }
  }

  #whyNot(done: readonly Change[], change: Change): string {
    const wanted = changed(this.#document.value, [...done, change])
    return typeof wanted === 'object' && !isNested(wanted) ? 'nothing would be left of the document' : unsafe
  }

  #attempt(changes: readonly Change[]): { readonly splices: readonly Splice[]; readonly refusals: readonly Refusal[] } {
    if (this.#root === undefined)
      return { splices: [], refusals: [{ path: [], reason: 'the document is empty', offset: this.#document.start }] }
    const draft = new Draft(this.#document.value)
    for (const change of changes) draft.apply(change)
    return new Rewriter(this.#text, this.#document, this.#root, draft)
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
