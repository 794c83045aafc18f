/**
 * Characters that are not written as they are: those that a JSON string has to escape, lone surrogates, so that the text
 * is valid UTF-8, and what a terminal would act on, since reports are looked at there, too.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters
const special = /["\\\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/

/** What of them `JSON.stringify` leaves as it is. */
const unescaped = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** A JSON string. Nearly no text in a report needs escaping, which is quicker to find out than to do. */
export function jsonString(text: string): string {
  return special.test(text) ? jsonOf(text) : `"${text}"`
}

export function jsonStringOrNull(text: string | null): string {
  return text === null ? 'null' : jsonString(text)
}

/** Any value on one line, in ASCII where a terminal would do more than show it. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
