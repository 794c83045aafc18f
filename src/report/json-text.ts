/** Characters that a JSON string has to escape; lone surrogates too, so that the text is valid UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters
const special = /["\\\u0000-\u001f\ud800-\udfff]/

/** A JSON string. Nearly no text in a report needs escaping, which is quicker to find out than to do. */
export function jsonString(text: string): string {
  return special.test(text) ? JSON.stringify(text) : `"${text}"`
}

export function jsonStringOrNull(text: string | null): string {
  return text === null ? 'null' : jsonString(text)
}
