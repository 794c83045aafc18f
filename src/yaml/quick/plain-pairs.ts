import { COLON, DASH, DOT, LF, SPACE } from '../characters.ts'
import { classes, PLAIN, START } from '../classes.ts'
import type { YamlMapping } from '../own-property.ts'
import type { QuickCursor } from './cursor.ts'
import { internKey, longestKey } from './keys.ts'
import { plainValue } from './plain.ts'

/**
 * Reads pairs into a mapping as long as each is a key and a plain scalar on one line, which is how most of a manifest is
 * written. Returns the first key that is followed by something else, with the cursor at its `:`; or undefined where the
 * mapping may have ended, with the cursor at the next token. All in one loop over local variables, since this is where
 * the time goes.
 */
export function readPlainPairs(cursor: QuickCursor, mapping: YamlMapping, firstKey: string): string | undefined {
  const { text, column } = cursor
  let { pos } = cursor
  let key = firstKey
  for (;;) {
    const mark = markOf(key)
    const start = pos + 2
    let code = text.charCodeAt(start)
    if ((cursor.marks & mark) !== 0 || text.charCodeAt(pos + 1) !== SPACE || !begins(code) || key === '__proto__') break
    let end = start
    do {
      do code = text.charCodeAt(++end)
      while (((classes[code] as number) & PLAIN) !== 0)
    } while (code === COLON && staysPlain(text.charCodeAt(end + 1)))
    if (code !== LF || text.charCodeAt(end - 1) === SPACE) break
    let next = end + 1
    if (next === text.length) break
    code = text.charCodeAt(next)
    while (code === SPACE) code = text.charCodeAt(++next)
    const nextColumn = next - end - 1
    if (nextColumn > column || !isPlainToken(code, nextColumn)) break
    mapping[key] = plainValue(text, start, end)
    cursor.marks |= mark
    cursor.keyStart = next
    cursor.column = nextColumn
    cursor.pos = next
    if (nextColumn !== column || code === DASH) return undefined
    pos = next
    do code = text.charCodeAt(++pos)
    while (((classes[code] as number) & PLAIN) !== 0)
    if (code !== COLON || !endsKey(text, pos) || pos - next > longestKey) return undefined
    key = internKey(text, next, pos)
  }
  cursor.pos = pos
  return key
}

/** Whether the token after a line break is a plain scalar or a dash, and surely no document marker. */
function isPlainToken(code: number, column: number): boolean {
  if (column === 0 && code === DOT) return false
  return begins(code) || (code === DASH && column > 0)
}

/** One bit of 32 that a key sets: where no other key of the mapping has set it, the key is new. */
export function markOf(key: string): number {
  const { length } = key
  return 1 << (length + key.charCodeAt(length >> 1))
}

function begins(code: number): boolean {
  return ((classes[code] as number) & START) !== 0
}

function staysPlain(code: number): boolean {
  return code !== SPACE && ((classes[code] as number) & PLAIN) !== 0
}

/** Whether the `:` at `at` ends a key without white space before it. */
function endsKey(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1)
  return (code === SPACE || code === LF) && text.charCodeAt(at - 1) !== SPACE
}
