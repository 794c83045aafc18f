/**
 * Patterns so plain that JavaScript's own engine tells in linear time whether RE2 finds a match. It is several times
 * faster than an engine in JavaScript, and spares a command that uses only such patterns from loading one.
 *
 * Why the answer is the same: only syntax is taken that both define alike, and only whether there is a match is asked,
 * not which. Why it is linear: unbounded repetitions are taken only behind `^`, where a match can begin at one place
 * alone, and only so that none is tried anew for each length of another. The other choices are few.
 */

import { type Cursor, readClass } from './character-class.ts'
import { areDisjoint } from './disjoint.ts'
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
  /** How many places it can end at that what follows is tried at, as a power of the text's length. */
  readonly ends: number
  /** The time that it takes, as a power of the text's length. */
  readonly time: number
  /** The character or class that it certainly begins with. */
  readonly first?: string
  /** The character or class that is repeated without bound at its end. */
  readonly loop?: string
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
  const { source, ways, time } = join(alternatives)
  if (ways > maxWays || time > (isAnchored ? 1 : 0)) return undefined
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
    ends: Math.max(...alternatives.map((part) => part.ends)),
    time: Math.max(...alternatives.map((part) => part.time))
  }
}

function readSequence(cursor: Cursor): Part | undefined {
  let sequence: Part = { source: '', ways: 1, ends: 0, time: 0 }
  for (let char = cursor.pattern[cursor.at]; char !== undefined && !'|)$'.includes(char); ) {
    const part = char === '(' ? readGroup(cursor) : readRepeated(cursor)
    if (part === undefined) return undefined
    sequence = append(sequence, part)
    char = cursor.pattern[cursor.at]
  }
  return sequence
}

function append(before: Part, part: Part): Part {
  // A repetition that cannot take what must follow it has one end: at all shorter lengths the next character is wrong.
  const isDecided = before.loop !== undefined && part.first !== undefined && areDisjoint(before.loop, part.first)
  const ends = before.ends - (isDecided ? 1 : 0)
  return {
    source: before.source + part.source,
    ways: before.ways * part.ways,
    ends: ends + part.ends,
    time: Math.max(before.time, ends + part.time),
    ...(part.loop !== undefined && { loop: part.loop })
  }
}

/** A group, at most optional: a repeated one could be gone through in too many ways. */
function readGroup(cursor: Cursor): Part | undefined {
  cursor.at += cursor.pattern.startsWith('(?:', cursor.at) ? 3 : 1
  const alternatives = readAlternatives(cursor)
  if (alternatives === undefined || cursor.pattern[cursor.at] !== ')') return undefined
  cursor.at++
  const { source, ways, ends, time } = join(alternatives)
  const group: Part = takeOptional(cursor)
    ? { source: `(?:${source})?`, ways: ways + 1, ends, time }
    : { source: `(?:${source})`, ways, ends, time }
  return isRepetition(cursor) ? undefined : group
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
  const once: Part = { source: atom, ways: 1, ends: 0, time: 0, first: atom }
  if (repetition === null) return isRepetition(cursor) ? undefined : once
  const [text, least, most] = repetition
  cursor.at += text.length
  if (isRepetition(cursor)) return undefined
  const source = atom + text
  const first = text === '+' || Number(least) > 0 ? { first: atom } : {}
  if (text === '*' || text === '+' || text.endsWith(',}'))
    return { source, ways: 1, ends: 1, time: 1, loop: atom, ...first }
  if (text === '?') return { source, ways: 2, ends: 0, time: 0 }
  const spread = most === undefined ? 0 : Number(most) - Number(least)
  return spread < 0 ? undefined : { source, ways: spread + 1, ends: 0, time: 0, ...first }
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
