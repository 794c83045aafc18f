import { BANG, GREATER, hexValue, isBlankOrEnd, isWord, LESS, PERCENT } from '../characters.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import { type Token, token } from './token.ts'

// What a tag may be written with, apart from letters, digits, "_", "-" and "%" escapes.
const uriPunctuation = new Set([...";/?:@&=+$,.!~*'()[]"].map((character) => character.charCodeAt(0)))

/** Scans `!<tag>`, `!suffix` or `!handle!suffix`. */
export function scanTag(cursor: Cursor): Token {
  const start = cursor.pos
  const [handle, suffix] = cursor.ahead(1) === LESS ? scanVerbatim(cursor) : scanShorthand(cursor)
  if (!isBlankOrEnd(cursor.code())) throw new YamlFault(cursor.pos, 'a space must follow a tag')
  return token('tag', start, cursor.pos, handle, suffix)
}

function scanVerbatim(cursor: Cursor): [string, string] {
  const start = cursor.pos
  cursor.pos += 2
  const suffix = scanUri(cursor, '', start)
  if (cursor.code() !== GREATER) throw new YamlFault(start, 'this tag lacks its closing ">"')
  cursor.pos++
  return ['', suffix]
}

function scanShorthand(cursor: Cursor): [string, string] {
  const start = cursor.pos
  const handle = scanHandle(cursor)
  if (handle.length > 1 && handle.endsWith('!')) return [handle, scanUri(cursor, '', start)]
  const suffix = scanUri(cursor, handle, start)
  // A lone "!" is a tag of its own, not a handle.
  return suffix === '' ? ['', '!'] : ['!', suffix]
}

/** Scans `!`, `!!` or `!name!`; `!name` without the second `!` is returned as it stands. */
export function scanHandle(cursor: Cursor): string {
  const start = cursor.pos
  if (cursor.code() !== BANG) throw new YamlFault(start, 'a tag handle begins with "!"')
  cursor.pos++
  while (isWord(cursor.code())) cursor.pos++
  if (cursor.code() === BANG) cursor.pos++
  return cursor.text.slice(start, cursor.pos)
}

/** Scans the rest of a tag; `head` is what was already read of it, with its `!`. */
export function scanUri(cursor: Cursor, head: string, start: number): string {
  let uri = head.slice(1)
  const from = cursor.pos
  for (;;) {
    const code = cursor.code()
    if (code === PERCENT) uri += scanUriEscape(cursor)
    else if (isWord(code) || uriPunctuation.has(code)) {
      uri += cursor.text[cursor.pos]
      cursor.pos++
    } else break
  }
  if (head === '' && cursor.pos === from) throw new YamlFault(start, 'this tag has no name')
  return uri
}

/** Decodes the `%xx` octets of one UTF-8 character. */
function scanUriEscape(cursor: Cursor): string {
  const start = cursor.pos
  const octets = [scanOctet(cursor, start)]
  const width = utf8Width(octets[0] ?? 0)
  if (width === 0) throw new YamlFault(start, 'this escape begins no UTF-8 character')
  while (octets.length < width) {
    const octet = scanOctet(cursor, start)
    if ((octet & 0xc0) !== 0x80) throw new YamlFault(start, 'this escape is no UTF-8 character')
    octets.push(octet)
  }
  return new TextDecoder().decode(Uint8Array.from(octets))
}

function scanOctet(cursor: Cursor, start: number): number {
  const high = hexValue(cursor.ahead(1))
  const low = hexValue(cursor.ahead(2))
  if (cursor.code() !== PERCENT || high < 0 || low < 0)
    throw new YamlFault(start, 'two hexadecimal digits must follow "%" in a tag')
  cursor.pos += 3
  return high * 16 + low
}

function utf8Width(octet: number): number {
  if ((octet & 0x80) === 0) return 1
  if ((octet & 0xe0) === 0xc0) return 2
  if ((octet & 0xf0) === 0xe0) return 3
  return (octet & 0xf8) === 0xf0 ? 4 : 0
}
