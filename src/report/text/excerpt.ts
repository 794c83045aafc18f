import { printable } from '../printable.ts'
import { conceal } from './conceal.ts'

/** A part of a line that fits, and the column in it, from 0, that is pointed at. */
export interface Excerpt {
  readonly text: string
  readonly caret: number
}

/** Longer lines are not read by people: only the field pointed at is shown of them, and of what is concealed else. */
const longestLine = 400
const longestKey = 80

/**
 * A line as it is shown, cut to `room` columns around the column pointed at.
 * @param column From 1.
 */
export function excerptOf(line: string, column: number, room: number): Excerpt {
  const visible = line.length > longestLine ? '' : conceal(line)
  if (visible.length < column) return fieldOf(line, column, room)
  const shown = printable(visible)
  const caret = column - 1
  if (shown.length <= room) return { text: shown, caret }
  const from = caret < room - 10 ? 0 : caret - Math.floor(room / 2)
  const before = from === 0 ? '' : '…'
  const after = from + room < shown.length ? '…' : ''
  const text = shown.slice(from + before.length, from + room - after.length)
  return { text: before + text + after, caret: caret - from }
}

/** The field from its key to the end of its value or the next bracket. */
function fieldOf(line: string, column: number, room: number): Excerpt {
  const start = column - 1
  const before = /["']?[\w./-]*["']?\s*:\s*$/.exec(line.slice(Math.max(0, start - longestKey), start))?.[0] ?? ''
  const after = /^(?:[{[]|["']?[^"',{}[\]]*["']?)/.exec(line.slice(start, start + room))?.[0] ?? ''
  const text = `…${printable(conceal(before + after))}`
  return { text: text.length <= room ? text : `${text.slice(0, room - 1)}…`, caret: before.length + 1 }
}
