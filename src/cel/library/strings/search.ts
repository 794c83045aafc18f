import { codePoints } from '../../runtime/size.ts'
import { CelError } from '../../values.ts'
import { toCodePoints, toUnits } from './code-points.ts'

type Int = number | bigint

/** Position of the first occurrence at or behind `offset`, or -1. An empty string is found at the offset. */
export function indexOf(text: string, part: string, offset: Int = 0): number {
  refuseNegative(offset)
  const length = codePoints(text)
  if (part === '') return offset > length ? length : Number(offset)
  if (offset >= length) return -1
  const unit = text.indexOf(part, toUnits(text, Number(offset)))
  return unit === -1 ? -1 : toCodePoints(text, unit)
}

/** Position of the last occurrence, or -1. */
export function lastIndexOf(text: string, part: string): number {
  const unit = text.lastIndexOf(part)
  return unit === -1 ? -1 : toCodePoints(text, unit)
}

/** Position of the last occurrence that begins at or before `offset`, or -1; -1 too where the offset is the end. */
export function lastIndexOfBefore(text: string, part: string, offset: Int): number {
  refuseNegative(offset)
  const length = codePoints(text)
  if (part === '') return offset > length ? length : Number(offset)
  if (offset >= length) return -1
  const unit = text.lastIndexOf(part, toUnits(text, Number(offset)))
  return unit === -1 ? -1 : toCodePoints(text, unit)
}

function refuseNegative(offset: Int): void {
  if (offset < 0) throw new CelError(`index out of range: ${offset}`)
}
