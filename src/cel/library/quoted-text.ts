const short: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"'
}

/** The text in double quotes with Go's escapes, as `%q` prints it. */
export function quoted(text: string): string {
  // What Go takes for printable: letters, marks, numbers, punctuation, symbols and the ASCII space. Looking these up takes
  // a millisecond, so it waits for a text to be quoted.
  return `"${text.toWellFormed().replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escapeCharacter)}"`
}

function escapeCharacter(char: string): string {
  const known = short[char]
  if (known !== undefined) return known
  const code = (char.codePointAt(0) ?? 0).toString(16)
  if (char <= '\x7f') return `\\x${code.padStart(2, '0')}`
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`
}
