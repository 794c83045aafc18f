import { show } from '../../runtime/show.ts'
import { codePoints } from '../../runtime/size.ts'
import { CelError, type CelValue } from '../../values.ts'
import { sliceByCodePoint } from './code-points.ts'

type Int = number | bigint

/** One character; empty at the end of the string. */
export function charAt(text: string, position: Int): string {
  if (position < 0 || position > codePoints(text)) throw outOfRange(position)
  return sliceByCodePoint(text, Number(position), Number(position) + 1)
}

export function substringFrom(text: string, start: Int): string {
  const length = codePoints(text)
  if (start < 0 || start > length) throw outOfRange(start)
  return sliceByCodePoint(text, Number(start), length)
}

export function substring(text: string, start: Int, end: Int): string {
  if (start > end) throw new CelError(`invalid substring range. start: ${start}, end: ${end}`)
  const length = codePoints(text)
  if (start < 0 || start > length) throw outOfRange(start)
  if (end > length) throw outOfRange(end)
  return sliceByCodePoint(text, Number(start), Number(end))
}

/** All parts between separators; no separator gives the characters. With a limit the last part is the rest. */
export function split(text: string, separator: string, limit: Int = -1): string[] {
  if (limit === 0) return []
  const parts = separator === '' ? Array.from(text) : text.split(separator)
  if (limit < 0 || limit >= parts.length) return parts
  const kept = Number(limit) - 1
  return [...parts.slice(0, kept), parts.slice(kept).join(separator)]
}

/** Strings put together. In a list of unknown type other elements are errors. */
export function join(list: readonly CelValue[], separator = ''): string {
  const other = list.find((element) => typeof element !== 'string')
  if (other !== undefined) throw new CelError(`join: invalid input: ${show(other)}`)
  return list.join(separator)
}

function outOfRange(position: Int): CelError {
  return new CelError(`index out of range: ${position}`)
}
