import { CelMap, type CelValue, isRecord } from '../values.ts'
import { noOperator } from './fault.ts'

/** `size(x)`: code points, bytes, elements or entries. */
export function size(value: CelValue): number {
  if (typeof value === 'string') return codePoints(value)
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length
  if (value instanceof CelMap) return value.size
  return isRecord(value) ? Object.keys(value).length : noOperator('size', value)
}

/** Length of a string in code points. */
export function codePoints(text: string): number {
  let count = text.length
  for (let index = 1; index < text.length; index++) {
    // A low surrogate after a high one belongs to the code point before.
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count--
  }
  return count
}
