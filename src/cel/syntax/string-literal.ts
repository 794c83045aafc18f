/** What string and bytes literals stand for (CEL specification, "String and Bytes Values"). */

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v'
}

const escapePattern = /\\(?:[xX]([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-3][0-7]{2})|(.))/gs

/**
 * The value of a string token as written, quotes and prefix included.
 *
 * @throws RangeError where an escape names no Unicode code point.
 */
export function decodeString(token: string): string {
  const { body, raw } = unquote(token)
  if (raw || !body.includes('\\')) return body
  return body.replace(escapePattern, (_, hex2, hex4, hex8, octal, character) => {
    if (character !== undefined) return simpleEscapes[character] ?? character
    return codePoint(octal === undefined ? Number.parseInt(hex2 ?? hex4 ?? hex8, 16) : Number.parseInt(octal, 8))
  })
}

/**
 * The value of a bytes token: text in UTF-8, `\x` and octal escapes as single bytes.
 *
 * @throws RangeError for `\u` and `\U`, which bytes literals do not have.
 */
export function decodeBytes(token: string): Uint8Array {
  const { body, raw } = unquote(token.slice(1))
  if (raw || !body.includes('\\')) return new TextEncoder().encode(body)
  const chunks: Uint8Array[] = []
  let last = 0
  for (const match of body.matchAll(escapePattern)) {
    chunks.push(new TextEncoder().encode(body.slice(last, match.index)), new Uint8Array([byteOf(match)]))
    last = match.index + match[0].length
  }
  chunks.push(new TextEncoder().encode(body.slice(last)))
  return concatenate(chunks)
}

function unquote(token: string): { body: string; raw: boolean } {
  const raw = /^[rR]/.test(token)
  const text = (raw ? token.slice(1) : token).replaceAll(/\r\n?/g, '\n')
  const quotes = /^("""|''')/.test(text) && text.length >= 6 ? 3 : 1
  return { body: text.slice(quotes, -quotes), raw }
}

function codePoint(value: number): string {
  const surrogate = value >= 0xd800 && value <= 0xdfff
  if (surrogate || value > 0x10ffff) throw new RangeError('invalid unicode code point')
  return String.fromCodePoint(value)
}

function byteOf([, hex2, hex4, hex8, octal, character]: RegExpMatchArray): number {
  if (hex2 !== undefined) return Number.parseInt(hex2, 16)
  if (octal !== undefined) return Number.parseInt(octal, 8)
  if (hex4 !== undefined || hex8 !== undefined) throw new RangeError('unable to unescape string')
  return (simpleEscapes[character ?? ''] ?? character ?? '').charCodeAt(0)
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
