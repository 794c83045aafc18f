type Int = number | bigint

/** Replaces occurrences from the left, all or at most `limit`. An empty `old` stands before and behind each character. */
export function replace(text: string, old: string, replacement: string, limit: Int = -1): string {
  if (limit < 0) return old === '' ? interleave(text, replacement) : text.split(old).join(replacement)
  if (old === '') return interleave(text, replacement, Number(limit))
  let result = ''
  let from = 0
  for (let left = limit; left > 0; left--) {
    const at = text.indexOf(old, from)
    if (at === -1) break
    result += text.slice(from, at) + replacement
    from = at + old.length
  }
  return result + text.slice(from)
}

function interleave(text: string, separator: string, limit = Number.POSITIVE_INFINITY): string {
  const gaps = Array.from(text, (char, i) => (i < limit ? separator + char : char))
  return gaps.join('') + (gaps.length < limit ? separator : '')
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

export function upperAscii(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
}

/** What Unicode calls white space; JavaScript's own trim differs in two characters. */
const space = /^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/

export function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && space.test(text.charAt(start))) start++
  while (end > start && space.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

const escapes: Readonly<Record<string, string>> = {
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

/** The text in double quotes, with the escapes of CEL where it has short ones. */
export function quote(text: string): string {
  return `"${text.toWellFormed().replace(/["\\\p{Cc}]/gu, (char) => escapes[char] ?? char)}"`
}
