/**
 * Positions in strings. CEL counts code points, JavaScript UTF-16 units; the two differ only in strings with
 * surrogates, so all others take the short way.
 */

const surrogate = /[\ud800-\udfff]/

/** The string's code points, one by one; a string without surrogates as it is, since it can be indexed alike. */
export function codePointsOf(text: string): string | readonly string[] {
  return surrogate.test(text) ? Array.from(text) : text
}

/** The part between two positions, which lie within the string. */
export function sliceByCodePoint(text: string, start: number, end: number): string {
  const points = codePointsOf(text)
  return typeof points === 'string' ? points.slice(start, end) : points.slice(start, end).join('')
}

/** The position in code points of a place given in UTF-16 units. */
export function toCodePoints(text: string, unit: number): number {
  return surrogate.test(text) ? Array.from(text.slice(0, unit)).length : unit
}

/** The place in UTF-16 units of a position in code points; the end of the string for one beyond it. */
export function toUnits(text: string, position: number): number {
  return surrogate.test(text) ? Array.from(text).slice(0, position).join('').length : Math.min(position, text.length)
}
