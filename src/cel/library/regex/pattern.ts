import { CelError } from '../../values.ts'
import { loadEngine } from './engine.ts'
import { nativePattern } from './native-pattern.ts'

/** A compiled RE2 pattern. Every operation takes time linear in the text. */
export interface Pattern {
  /** Whether any part of the text matches. */
  test(text: string): boolean
  /** The leftmost match, if there is one. */
  find(text: string): string | undefined
  /** Matches from left to right that do not overlap, all or at most `limit`. */
  findAll(text: string, limit?: number): string[]
}

/** Patterns that are not literals are compiled at each evaluation, mostly the same few. */
const recent = new Map<string, Pattern>()
const maxRecent = 100

/**
 * Compiles a pattern in RE2's syntax, as Go's `regexp` reads it.
 *
 * @throws CelError where the pattern is not valid.
 */
export function compilePattern(source: string): Pattern {
  const known = recent.get(source)
  if (known !== undefined) return known
  const native = nativePattern(source)
  const pattern = native === undefined ? enginePattern(source) : plainPattern(source, native)
  if (recent.size >= maxRecent) recent.clear()
  recent.set(source, pattern)
  return pattern
}

/** Tests natively; the engine is made when a match itself is asked for, which is rare. */
function plainPattern(source: string, native: RegExp): Pattern {
  let engine: Pattern | undefined
  const full = (): Pattern => {
    engine ??= enginePattern(source)
    return engine
  }
  return {
    test: (text) => native.test(text),
    find: (text) => full().find(text),
    findAll: (text, limit) => full().findAll(text, limit)
  }
}

function enginePattern(source: string): Pattern {
  const compiled = compile(source)
  const search: Search = (text, from) => {
    const matcher = compiled.matcher(text)
    return matcher.find(from) ? { start: matcher.start(), text: matcher.group() ?? '' } : undefined
  }
  return {
    test: (text) => compiled.test(text),
    find: (text) => search(text, 0)?.text,
    findAll: (text, limit = Number.POSITIVE_INFINITY) => findAll(text, limit, search)
  }
}

function compile(source: string): ReturnType<ReturnType<typeof loadEngine>['compile']> {
  try {
    return loadEngine().compile(withoutGroupNames(source))
  } catch (error) {
    throw new CelError(error instanceof Error ? error.message : String(error))
  }
}

const quotedEscapedClassOrName = /\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w+:\]|\\.|[^\]\\])*\]|\(\?P?<\w+>/gs

/** Go lets two groups have one name, the engine does not. Nothing here asks for groups, so none needs a name. */
function withoutGroupNames(source: string): string {
  if (!source.includes('<')) return source
  return source.replace(quotedEscapedClassOrName, (part) => (/^\(\?P?<\w+>$/.test(part) ? '(' : part))
}

interface Match {
  readonly start: number
  readonly text: string
}

type Search = (text: string, from: number) => Match | undefined

/** As Go's `FindAllString`: an empty match right behind another match does not count. */
function findAll(text: string, limit: number, search: Search): string[] {
  const found: string[] = []
  let previousEnd = -1
  for (let from = 0; found.length < limit && from <= text.length; ) {
    const match = search(text, from)
    if (match === undefined) break
    const end = match.start + match.text.length
    const isEmptyHere = end === from
    if (!isEmptyHere || match.start !== previousEnd) found.push(match.text)
    from = isEmptyHere ? end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1) : end
    previousEnd = end
  }
  return found
}
