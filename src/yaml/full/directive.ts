import { DOT, HASH, isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isWord } from '../characters.ts'
import { YamlFault } from '../problem.ts'
import type { Cursor } from './cursor.ts'
import { scanHandle, scanUri } from './tag.ts'
import { type Token, token } from './token.ts'

/** Scans a `%YAML` or `%TAG` directive with the rest of its line. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.pos
  cursor.pos++
  const name = scanWord(cursor)
  if (!isBlankOrEnd(cursor.code()) || (name !== 'YAML' && name !== 'TAG'))
    throw new YamlFault(start, 'a line that begins with "%" is a directive, and YAML knows only %YAML and %TAG')
  const directive = name === 'YAML' ? scanVersion(cursor, start) : scanTagDirective(cursor, start)
  endLine(cursor)
  return directive
}

function scanWord(cursor: Cursor): string {
  const from = cursor.pos
  while (isWord(cursor.code())) cursor.pos++
  return cursor.text.slice(from, cursor.pos)
}

function scanVersion(cursor: Cursor, start: number): Token {
  skipBlanks(cursor)
  const from = cursor.pos
  scanNumber(cursor)
  if (cursor.code() !== DOT) throw new YamlFault(cursor.pos, '%YAML needs a version such as 1.1')
  cursor.pos++
  scanNumber(cursor)
  return token('version-directive', start, cursor.pos, cursor.text.slice(from, cursor.pos))
}

function scanNumber(cursor: Cursor): void {
  const from = cursor.pos
  while (isDigit(cursor.code())) cursor.pos++
  const digits = cursor.pos - from
  if (digits === 0 || digits > 2) throw new YamlFault(from, '%YAML needs a version such as 1.1')
}

function scanTagDirective(cursor: Cursor, start: number): Token {
  skipBlanks(cursor)
  const handle = scanHandle(cursor)
  if (handle !== '!' && !handle.endsWith('!')) throw new YamlFault(start, 'the handle of %TAG ends with "!"')
  if (!isBlank(cursor.code())) throw new YamlFault(cursor.pos, 'a space must follow the handle of %TAG')
  skipBlanks(cursor)
  const prefix = scanUri(cursor, '', start)
  if (!isBlankOrEnd(cursor.code())) throw new YamlFault(cursor.pos, 'a space must follow the prefix of %TAG')
  return token('tag-directive', start, cursor.pos, handle, prefix)
}

function endLine(cursor: Cursor): void {
  skipBlanks(cursor)
  if (cursor.code() === HASH) cursor.skipLine()
  if (!isBreakOrEnd(cursor.code())) throw new YamlFault(cursor.pos, 'only a comment may follow a directive on its line')
  cursor.skipBreak()
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.code())) cursor.pos++
}
