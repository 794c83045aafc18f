import assert from 'node:assert/strict'
import { changedLines } from '../../../src/fix/diff/changed-lines.ts'
import { commentsOf } from '../../yaml/edits/comments-of.ts'
import type { ChangedFile } from './run-proof.ts'

/** What has to hold of a text, whatever was changed in it: its comments, its line ends, its marks are what they were. */
export function assertStyleStays(name: string, old: Buffer, now: Buffer): ChangedFile {
  const [before, after] = [old.toString('utf8'), now.toString('utf8')]
  assert.ok(Buffer.from(before).equals(old) && Buffer.from(after).equals(now), `${name} is no UTF-8`)
  assert.equal(after.startsWith('\ufeff'), before.startsWith('\ufeff'), `${name}: the byte order mark`)
  assert.equal(endOf(after), endOf(before), `${name}: the end of the file`)
  const [crlf, lf] = [/\r\n/.test(before), /(?<!\r)\n/.test(before)]
  if (!crlf) assert.ok(!after.includes('\r\n'), `${name}: line ends of Windows`)
  if (!lf) assert.ok(!/(?<!\r)\n/.test(after), `${name}: line ends of Unix`)
  assert.deepEqual(commentsOf(after), commentsOf(before), `${name}: comments`)
  return { name, before: withoutMark(before), after: withoutMark(after) }
}

/** The last characters, where they are line ends; blank lines at the end may belong to a scalar that keeps them. */
function endOf(text: string): string {
  const [end = ''] = /[\r\n]*$/.exec(text) ?? []
  return /[|>]\d?\+/.test(text) ? end.slice(-2).replace(/^\n(?=\n)/, '') : end
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** How many lines of the old text are not in the new one. */
export function linesGone({ before, after }: ChangedFile): number {
  return changedLines(before.split('\n'), after.split('\n')).reduce(
    (sum, { oldStart, oldEnd }) => sum + oldEnd - oldStart,
    0
  )
}
