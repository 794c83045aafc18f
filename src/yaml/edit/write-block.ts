import type { Style } from './style.ts'
import { type Place, writeScalar } from './write-scalar.ts'

/**
 * The text behind a key's colon: ` value` on the same line, or lines of their own for a mapping or a list.
 *
 * @param at The column of the key.
 */
export function writeValue(value: unknown, at: number, style: Style): string {
  if (!isNested(value)) return ` ${writeInline(value, 'block', style)}`
  const to = at + (Array.isArray(value) ? style.listIndent : style.indent)
  return style.lineBreak + ' '.repeat(to) + writeCollection(value, to, style)
}

/** The lines of a mapping or list without the indentation of the first one, nor the break of the last one. */
export function writeCollection(value: object, at: number, style: Style): string {
  const lines = Array.isArray(value)
    ? value.map((item) => `-${writeItem(item, at, style)}`)
    : Object.entries(value).map(([key, item]) => writePair(key, item, at, style))
  return lines.join(style.lineBreak + ' '.repeat(at))
}

/** @param at The column of the key. */
export function writePair(key: string, value: unknown, at: number, style: Style): string {
  return `${writeScalar(key, 'block', style.quote)}:${writeValue(value, at, style)}`
}

/**
 * What follows the dash of an item.
 *
 * @param at The column of the dash.
 */
export function writeItem(value: unknown, at: number, style: Style): string {
  if (!isNested(value)) return ` ${writeInline(value, 'block', style)}`
  return ` ${writeCollection(value, at + 2, style)}`
}

/** Whether a value needs lines of its own: a mapping or a list that holds something. */
export function isNested(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0
}

/** A value on one line: a scalar, or a collection in brackets. */
export function writeInline(value: unknown, place: Place, style: Style): string {
  if (typeof value !== 'object' || value === null) return writeScalar(value, place, style.quote)
  if (Array.isArray(value)) return `[${value.map((item) => writeInline(item, 'flow', style)).join(', ')}]`
  const pairs = Object.entries(value).map(
    ([key, item]) => `${writeScalar(key, 'flow', style.quote)}: ${writeInline(item, 'flow', style)}`
  )
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}
