import type { YamlDocument } from '../document.ts'
import { parseNodes } from '../nodes.ts'
import type { Change } from './change.ts'
import { Draft } from './changed.ts'
import { type Refusal, Rewriter } from './rewriter.ts'
import { applySplices, type Splice } from './splices.ts'

export interface RefusedChange {
  readonly change: Change
  /** Why, as the end of a sentence such as "cannot be edited: …". */
  readonly reason: string
  /** Where in the text the reason stands. */
  readonly offset: number
}

export interface Edited {
  readonly text: string
  /** The changes that `text` holds; the value of its document is `changed(old, done)`. */
  readonly done: readonly Change[]
  readonly refused: readonly RefusedChange[]
}

/** The changes wanted in one document of a text. */
export interface DocumentChanges {
  readonly document: YamlDocument
  readonly changes: readonly Change[]
}

/** The text with the changes made in one of its documents; all other bytes stay. */
export function editDocument(text: string, document: YamlDocument, changes: readonly Change[]): Edited {
  const [outcome] = editDocuments(text, [{ document, changes }]).outcomes
  return {
    text: outcome === undefined ? text : applySplices(text, outcome.splices),
    done: outcome?.done ?? [],
    refused: outcome?.refused ?? []
  }
}

/** What became of the changes of one document. */
export interface DocumentOutcome extends Pick<Edited, 'done' | 'refused'> {
  readonly splices: readonly Splice[]
}

/** As `editDocument`, for several documents of one text at once: in time linear in the text, and in the order of `edits`. */
export function editDocuments(
  text: string,
  edits: readonly DocumentChanges[]
): { readonly text: string; readonly outcomes: readonly DocumentOutcome[] } {
  const outcomes = edits.map(({ document, changes }) => outcomeOf(text, document, changes))
  return {
    text: applySplices(
      text,
      outcomes.flatMap(({ splices }) => splices)
    ),
    outcomes
  }
}

/** A change that is refused may have been what allowed or forbade another: the rest is tried anew without it. */
function outcomeOf(text: string, document: YamlDocument, changes: readonly Change[]): DocumentOutcome {
  const refused: RefusedChange[] = []
  let rest = changes
  for (;;) {
    const { splices, refusals } = attempt(text, document, rest)
    if (refusals.length === 0) return { splices, done: rest, refused }
    const hit = rest.map((change) => refusals.find(({ path }) => concerns(change, path)))
    // Whatever is refused is somebody's wish; were it nobody's, all would be.
    const known = hit.some((refusal) => refusal !== undefined)
    rest.forEach((change, at) => {
      const refusal = hit[at] ?? (known ? undefined : refusals[0])
      if (refusal !== undefined) refused.push({ change, reason: refusal.reason, offset: refusal.offset })
    })
    rest = rest.filter((_, at) => known && hit[at] === undefined)
  }
}

/** Whether a change asks for what stands at, above or below the path. */
function concerns(change: Change, path: Refusal['path']): boolean {
  const shorter = Math.min(change.path.length, path.length)
  for (let at = 0; at < shorter; at++) if (String(change.path[at]) !== String(path[at])) return false
  return true
}

function attempt(
  text: string,
  document: YamlDocument,
  changes: readonly Change[]
): { splices: readonly Splice[]; refusals: readonly Refusal[] } {
  const draft = new Draft(document.value)
  const refusals: Refusal[] = []
  for (const { path, ...rest } of changes)
    if (!draft.apply({ path, ...rest } as Change))
      refusals.push({ path, reason: 'the path leads through what is no mapping or list', offset: document.start })
  if (refusals.length > 0 || draft.root === document.value) return { splices: [], refusals }
  const root = parseNodes(text, document)
  if (root === undefined)
    return { splices: [], refusals: [{ path: [], reason: 'the document is empty', offset: document.start }] }
  const rewriter = new Rewriter(text, root, draft.originals)
  rewriter.rewrite(root, document.value, draft.root)
  return rewriter
}
