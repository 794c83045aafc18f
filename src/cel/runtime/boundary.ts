/** Where generated code meets what it was not made for. */
import { CelError, type CelValue } from '../values.ts'
import { noSuchOverload } from './fault.ts'

/**
 * What was thrown, as an error of the evaluation with its position. Data that is not of its declared type makes
 * JavaScript throw on its own; that is no fault of the program.
 */
export function caught(thrown: unknown, offset: number | undefined): CelError {
  if (thrown instanceof CelError) {
    thrown.offset ??= offset
    return thrown
  }
  if (thrown instanceof TypeError) return new CelError('no such overload', offset)
  if (thrown instanceof RangeError) return new CelError(`evaluation exceeds a limit: ${thrown.message}`, offset)
  throw thrown
}

/** A variable that the caller did not bind. */
export function unbound(name: string): CelError {
  return new CelError(`no such attribute(s): ${name}`)
}

/** A value where a bool is wanted. */
export function toCondition(value: CelValue): boolean {
  return typeof value === 'boolean' ? value : noSuchOverload()
}
