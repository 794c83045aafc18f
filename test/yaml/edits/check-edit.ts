/** What has to hold of every edit, whatever the text and the changes. */
import assert from 'node:assert/strict'
import type { Change } from '../../../src/yaml/edit/change.ts'
import { changed } from '../../../src/yaml/edit/changed.ts'
import { type DocumentOutcome, type Edited, editDocument, editDocuments } from '../../../src/yaml/edit/edit-document.ts'
import { parseYaml, type YamlDocument } from '../../../src/yaml/parse.ts'
import { canonical } from '../canonical.ts'
import { commentsOf } from './comments-of.ts'
import { untouched } from './untouched.ts'
import { outsideOfZones } from './zones.ts'

/** An edit whose values are right. */
interface Checked {
  readonly edited: Edited & DocumentOutcome
  /** The document afterwards. */
  readonly now: YamlDocument
  /** For messages: the changes, and the text before and after. */
  readonly shown: string
}

/** Edits one document of a text, and checks that it reads as asked for, and that the others read as they did. */
export function checkValue(text: string, document: YamlDocument, changes: readonly Change[]): Checked {
  const result = editDocuments(text, [{ document, changes }])
  const [outcome] = result.outcomes
  assert.ok(outcome !== undefined)
  const edited = { ...outcome, text: result.text }
  const shown = `${JSON.stringify(changes, bigints)}\n--- before\n${text}\n--- after\n${edited.text}`
  assert.equal(edited.done.length + edited.refused.length, changes.length)
  for (const { change, reason, offset } of edited.refused) {
    assert.ok(changes.includes(change) && reason !== '')
    assert.ok(offset >= document.start && offset <= document.end, shown)
  }
  const before = parseYaml(text)
  const after = parseYaml(edited.text)
  assert.equal(after.length, before.length, shown)
  const mine = before.findIndex(({ start }) => start === document.start)
  after.forEach((now, index) => {
    const old = before[index]
    const wanted = index === mine ? changed(old?.value, edited.done) : old?.value
    assert.equal(canonical(now.value), canonical(wanted), shown)
    assert.ok(now.problems.length <= (old?.problems.length ?? 0), shown)
  })
  const now = after[mine]
  assert.ok(now !== undefined)
  return { edited, now, shown }
}

/** As `checkValue`, and checks that all else stays: comments, style, the order of keys; and that a second run does nothing. */
export function checkEdit(text: string, document: YamlDocument, changes: readonly Change[]): Edited {
  const { edited, now, shown } = checkValue(text, document, changes)
  assert.deepEqual(commentsOf(edited.text), commentsOf(text), `a comment is lost or made: ${shown}`)
  assert.deepEqual(outsideOfZones(text, document, edited.done, edited.splices), [], shown)
  untouched(text, document, edited.text, now, edited.done, shown)
  const again = edited.done.filter(isStable)
  if (again.every((change) => isAlone(change, edited.done)))
    assert.equal(editDocument(edited.text, now, again).text, edited.text, `again: ${shown}`)
  return edited
}

/** Appending to lists and removing from them goes on at each run. */
function isStable({ path }: Change): boolean {
  return path.every((step) => typeof step === 'string')
}

/** Whether no other change is about a part of the same value. */
export function isAlone({ path }: Change, changes: readonly Change[]): boolean {
  const around = changes.filter((other) => path.every((step, at) => at >= other.path.length || other.path[at] === step))
  return around.length === 1
}

function bigints(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value
}
