import { resolvePlain } from '../scalar.ts'

/** How a string is put in quotes. */
export type Quote = "'" | '"'

/** Where a scalar stands: between brackets, more characters have a meaning. */
export type Place = 'block' | 'flow'

/** How a scalar that is not a string, or a short string, is written so that it reads as exactly that value. */
export function writeScalar(value: unknown, place: Place, quote: Quote): string {
  if (typeof value === 'string') return isPlain(value, place) ? value : quoted(value, quote)
  return plainText(value)
}

/** Text in quotes, in those wanted where they can hold it. */
export function quoted(text: string, quote: Quote): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: single quotes cannot hold control characters
  const needsEscapes = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text) || !text.isWellFormed()
  if (quote === "'" && !needsEscapes) return `'${text.replaceAll("'", "''")}'`
  return doubleQuoted(text)
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeUnit)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Booleans, null and numbers as YAML and JSON both have them. */
export function plainText(value: unknown): string {
  if (Object.is(value, -0)) return '-0.0'
  return value === null || value === undefined ? 'null' : String(value)
}

// What begins so is no plain scalar, or is something else to one of YAML's many readers.
const specialStart = /^[-?:](\s|$)|^[,[\]{}#&*!|>'"%@`=~]|^<<$|^(---|\.\.\.)/
const mappingOrComment = /:(\s|$)|\s#/
const flowIndicator = /[,[\]{}?]|:[,[\]{}]|^[-:]/
/** Numbers, dates and times by any of YAML's versions. */
const numberLike = /^[-+]?\.?[0-9][0-9_:.et z+-]*$|^[-+]?0[xob]\w*$|^[-+]?\.(inf|nan)$/i
/** Versions and addresses, which are numbers to none. */
const dotted = /^[0-9]+(\.[0-9]+){2,}$/
const otherWords = /^(y|n|yes|no|on|off|true|false|null)$/i
/** Only what is beyond doubt: letters, marks, digits, signs and single spaces between them. */
const printable = /^[^\p{C}\p{Z}]+( +[^\p{C}\p{Z}]+)*$/u

/** Whether a string may stand without quotes, and every reader of YAML takes it for that string. */
export function isPlain(text: string, place: Place): boolean {
  if (!printable.test(text) || specialStart.test(text) || mappingOrComment.test(text)) return false
  if ((numberLike.test(text) && !dotted.test(text)) || otherWords.test(text)) return false
  if (place === 'flow' && flowIndicator.test(text)) return false
  return resolvePlain(text) === text
}
