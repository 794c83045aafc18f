import type { YamlDocument } from '../document.ts'
import type { Change } from './change.ts'
import { Draft } from './changed.ts'
import { DocumentEditor, offsetOf } from './document-editor.ts'
import type { DocumentChanges, DocumentOutcome, Edited, RefusedChange } from './edited.ts'
import { equal } from './equal.ts'
import { applySplices } from './splices.ts'

export type { Change } from './change.ts'
export type { DocumentChanges, DocumentOutcome, Edited, RefusedChange } from './edited.ts'

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

function outcomeOf(text: string, document: YamlDocument, changes: readonly Change[]): DocumentOutcome {
  if (document.value === undefined)
    return {
      splices: [],
      done: [],
      refused: changes.map((change) => refuse(change, 'the document has no value', document.start))
    }
  const draft = new Draft(document.value)
  const refused: RefusedChange[] = []
  const possible: Change[] = []
  for (const change of changes)
    if (draft.apply(change)) possible.push(change)
    else refused.push(refuse(change, whyImpossible(change), offsetOf(text, document, change)))
  // The syntax tree is read only where something changes.
  if (equal(document.value, draft.finish())) return { splices: [], done: possible, refused }
  const editor = new DocumentEditor(text, document)
  const outcome = editor.edit(possible) ?? editor.editInParts(possible)
  return { ...outcome, refused: [...refused, ...outcome.refused] }
}

function refuse(change: Change, reason: string, offset: number): RefusedChange {
  return { change, reason, offset }
}

function whyImpossible({ path }: Change): string {
  return path.length === 0 ? 'a document cannot be removed' : 'the path leads through what is no mapping or list'
}
