/**
 * Patterns so plain that JavaScript's own engine tells in linear time whether RE2 finds a match. It is several times
 * faster than an engine in JavaScript, and spares a command that uses only such patterns from loading one.
 *
 * Why the answer is the same: only syntax is taken that both define alike, and only whether there is a match is asked,
 * not which. Why it is linear: what a backtracking engine can try is bounded by the product of all choices, which is
 * limited here, times the input once for a single unbounded repetition, which is taken only behind `^`, where a match
 * can begin at one place alone.
 */

import { type Cursor, readClass } from './character-class.ts'
import { escapeCharacter, isPunctuation, shorthands } from './escape.ts'

/** A longer pattern is not plain. It is read recursively, too. */
const maxLength = 1000

/** Where more ways than this lead through a pattern, backtracking is not trusted with it. */
const maxWays = 64

/**
 * JavaScript for RE2's `$`. V8's own `$` misses matches: it begins near the end of the text and takes a character of a
 * negated class for one code unit, so `/b[^a]$/u` does not match "b😀" (V8 15, Node 26).
 */
const notBeforeAnything = '(?![^])'

/** Part of a pattern: JavaScript's text for it and what it costs to backtrack over. */
interface Part {
  readonly source: string
  /** How many ways lead through it, unbounded repetitions aside. */
  readonly ways: number
  /** How many unbounded repetitions one way can go through. */
  readonly unbounded: number
}

/** A test equal to that of a plain RE2 pattern, or undefined where the pattern is not plain (or not valid). */
export function nativePattern(pattern: string): RegExp | undefined {
  if (pattern.length > maxLength) return undefined
  const isAnchored = pattern.startsWith('^')
  const cursor = { pattern, at: isAnchored ? 1 : 0 }
  const alternatives = readAlternatives(cursor)
  if (alternatives === undefined) return undefined
  const end = pattern.slice(cursor.at)
  if (end !== '' && end !== '$') return undefined
  // An anchor belongs to the alternative beside it alone.
  if (alternatives.length > 1 && (isAnchored || end === '$')) return undefined
  const { source, ways, unbounded } = join(alternatives)
  if (ways > maxWays || unbounded > (isAnchored ? 1 : 0)) return undefined
  return new RegExp(`${isAnchored ? '^' : ''}${source}${end && notBeforeAnything}`, 'u')
}

function readAlternatives(cursor: Cursor): Part[] | undefined {
  const alternatives: Part[] = []
  do {
    const sequence = readSequence(cursor)
    if (sequence === undefined) return undefined
    alternatives.push(sequence)
  } while (cursor.pattern[cursor.at] === '|' && ++cursor.at)
  return alternatives
}

function join(alternatives: readonly Part[]): Part {
  return {
    source: alternatives.map((part) => part.source).join('|'),
    ways: alternatives.reduce((sum, part) => sum + part.ways, 0),
    unbounded: Math.max(...alternatives.map((part) => part.unbounded))
  }
}

function readSequence(cursor: Cursor): Part | undefined {
  let sequence: Part = { source: '', ways: 1, unbounded: 0 }
  for (let char = cursor.pattern[cursor.at]; char !== undefined && !'|)$'.includes(char); ) {
    const part = char === '(' ? readGroup(cursor) : readRepeated(cursor)
    if (part === undefined) return undefined
    sequence = {
      source: sequence.source + part.source,
      ways: sequence.ways * part.ways,
      unbounded: sequence.unbounded + part.unbounded
    }
    char = cursor.pattern[cursor.at]
  }
  return sequence
}

/** A group, at most optional: a repeated one could be gone through in too many ways. */
function readGroup(cursor: Cursor): Part | undefined {
  cursor.at += cursor.pattern.startsWith('(?:', cursor.at) ? 3 : 1
  const alternatives = readAlternatives(cursor)
  if (alternatives === undefined || cursor.pattern[cursor.at] !== ')') return undefined
  cursor.at++
  const { source, ways, unbounded } = join(alternatives)
  if (!takeOptional(cursor)) return isRepetition(cursor) ? undefined : { source: `(?:${source})`, ways, unbounded }
  return isRepetition(cursor) ? undefined : { source: `(?:${source})?`, ways: ways + 1, unbounded }
}

function takeOptional(cursor: Cursor): boolean {
  const isOptional = cursor.pattern[cursor.at] === '?'
  if (isOptional) cursor.at++
  return isOptional
}

/** One character or class with its repetition. */
function readRepeated(cursor: Cursor): Part | undefined {
  const atom = readAtom(cursor)
  if (atom === undefined) return undefined
  const repetition = /^(?:[*+?]|\{(\d{1,3})(?:,(\d{1,3})?)?\})/.exec(cursor.pattern.slice(cursor.at, cursor.at + 9))
  if (repetition === null) return isRepetition(cursor) ? undefined : { source: atom, ways: 1, unbounded: 0 }
  const [text, least, most] = repetition
  cursor.at += text.length
  if (isRepetition(cursor)) return undefined
  const source = atom + text
  if (text === '*' || text === '+' || text.endsWith(',}')) return { source, ways: 1, unbounded: 1 }
  if (text === '?') return { source, ways: 2, unbounded: 0 }
  const spread = most === undefined ? 0 : Number(most) - Number(least)
  return spread < 0 ? undefined : { source, ways: spread + 1, unbounded: 0 }
}

/** A second repetition is lazy, possessive or an error: nothing plain. */
function isRepetition({ pattern, at }: Cursor): boolean {
  return at < pattern.length && '*+?{'.includes(pattern.charAt(at))
}

function readAtom(cursor: Cursor): string | undefined {
  const char = String.fromCodePoint(cursor.pattern.codePointAt(cursor.at) ?? 0)
  if (char === '[') return readClass(cursor)
  if (char === '\\') return readEscape(cursor)
  if ('^*+?{}]'.includes(char)) return undefined
  cursor.at += char.length
  // RE2's dot leaves out the line feed alone, JavaScript's also other line ends.
  if (char === '.') return '[^\\n]'
  return escapeCharacter(char)
}

function readEscape(cursor: Cursor): string | undefined {
  const char = cursor.pattern.charAt(cursor.at + 1)
  const shorthand = shorthands[char]
  if (shorthand === undefined && !isPunctuation(char)) return undefined
  cursor.at += 2
  return shorthand === undefined ? escapeCharacter(char) : `[${shorthand}]`
}
