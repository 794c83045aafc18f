import { choose } from './choice.ts'
import { UserError } from './user-error.ts'
import { ReaderGone, writeFile, writeOut } from './write.ts'

/** A report that was asked for: its format, and a file or standard output. */
export interface OutputTarget<Format extends string> {
  readonly format: Format
  /** Null for standard output. */
  readonly file: string | null
}

/**
 * Parses every `-o FORMAT[=FILE]`.
 * @param fallback The format where none is asked for.
 * @throws UserError for an unknown format, or two reports to the same place.
 */
export function outputTargets<Format extends string>(
  given: readonly string[],
  formats: readonly Format[],
  fallback: Format
): OutputTarget<Format>[] {
  if (given.length === 0) return [{ format: fallback, file: null }]
  const targets = given.map((text): OutputTarget<Format> => {
    const equals = text.indexOf('=')
    const format = choose('output', equals === -1 ? text : text.slice(0, equals), formats)
    if (equals === text.length - 1) throw new UserError(`--output ${text} names no file after =`)
    return { format, file: equals === -1 ? null : text.slice(equals + 1) }
  })
  const places = targets.map(({ file }) => file)
  const twice = places.find((place, index) => places.indexOf(place) !== index)
  if (twice !== undefined) {
    throw new UserError(
      `two reports go to ${twice ?? 'standard output'}: give one of them another file, -o FORMAT=FILE`
    )
  }
  return targets
}

/** A report and where it goes. */
export interface Outgoing {
  readonly target: OutputTarget<string>
  readonly parts: Iterable<string | Uint8Array>
}

/**
 * Writes every report where it was asked for: files first, so that they are whole even if nobody reads standard output
 * to its end, and one that cannot be written costs no other.
 * @throws UserError naming the files that could not be written.
 */
export function writeReports(reports: readonly Outgoing[]): void {
  const problems: string[] = []
  for (const { target, parts } of reports) {
    if (target.file === null) continue
    try {
      writeFile(target.file, parts)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error.message)
    }
  }
  for (const { target, parts } of reports) {
    if (target.file === null) writeStandardOutput(parts)
  }
  if (problems.length > 0) throw new UserError(problems.join('\n  '))
}

/** Who has read enough still wants the exit code. */
function writeStandardOutput(parts: Iterable<string | Uint8Array>): void {
  try {
    for (const part of parts) writeOut(part)
  } catch (error) {
    if (!(error instanceof ReaderGone)) throw error
  }
}
