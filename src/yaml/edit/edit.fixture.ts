import assert from 'node:assert/strict'
import { parseYaml } from '../parse.ts'
import type { Change } from './change.ts'
import { changed } from './changed.ts'
import { editDocument, type RefusedChange } from './edit-document.ts'

/** The text after the changes of its first document; none may be refused, and its value has to be right. */
export function edit(text: string, ...changes: Change[]): string {
  const [document] = parseYaml(text)
  assert.ok(document !== undefined)
  const edited = editDocument(text, document, changes)
  assert.deepEqual(edited.refused, [])
  assert.deepEqual(parseYaml(edited.text)[0]?.value, changed(document.value, changes))
  return edited.text
}

/** What is refused of changes that do not touch the text. */
export function refusals(text: string, ...changes: Change[]): Pick<RefusedChange, 'reason' | 'offset'>[] {
  const [document] = parseYaml(text)
  assert.ok(document !== undefined)
  const edited = editDocument(text, document, changes)
  assert.equal(edited.text, text)
  return edited.refused.map(({ reason, offset }) => ({ reason, offset }))
}

/** A change by its path in dots, with numbers for items. */
export function set(path: string, value: unknown): Change {
  return { path: stepsOf(path), set: value }
}

export function remove(path: string): Change {
  return { path: stepsOf(path), remove: true }
}

function stepsOf(path: string): (string | number)[] {
  return path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
