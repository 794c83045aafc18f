import type { InputError, Skipped } from '../sources/unit.ts'
import { tell } from './write.ts'

/** What of the input could not be read. */
interface Unreadable {
  readonly errors: readonly InputError[]
  readonly skipped: readonly Skipped[]
}

/**
 * Says what could not be read, each with its file and line, and which of the files that the user named hold nothing.
 * @returns Whether there was any of it: a mistake of the user's.
 */
export function tellUnread({ errors, skipped }: Unreadable): boolean {
  for (const { file, line, column, message } of errors) {
    tell(`${[file, line, column].filter((part) => part !== null).join(':')}: ${message}`)
  }
  for (const { file, reason, named } of skipped) if (named) tell(`${file}: ${reason}`)
  return isUnread({ errors, skipped })
}

/** The same without a word, for reports that hold it. */
export function isUnread({ errors, skipped }: Unreadable): boolean {
  return errors.length > 0 || skipped.some(({ named }) => named)
}
