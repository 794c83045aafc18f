import type { Answer } from './answer.ts'

/** What these messages go on with is how Go prints a value or a type. */
const vagueMessages = ['invalid qualifier type', 'cannot initialize optional', 'insert failed: key']

/** Errors whose position the API server does not know, or knows as that of a larger part. */
const vaguePositions = [
  // Made once for all expressions: the position is where one was first met.
  /^(?:no such overload|timestamp overflow)$/,
  // Of a chain of selections it is the end, where this project points to the part at fault.
  /^(?:no such key|index out of bounds): |^unsupported index /,
  /^got '.*', expected iterable type$/
]

/**
 * What of an answer is compared to the recorded one. The API server's messages for syntax errors list a generated
 * parser's tokens; they are not compared, their positions are.
 */
export function comparable({ value, type, error }: Answer, recorded: Answer): unknown {
  if (error === undefined) return { value, type }
  const { stage, offset } = error
  // Unsolved type parameters are numbered in the order in which they came up.
  const message = error.message.replaceAll(/_var\d+/g, '_var')
  const known = recorded.error?.offset
  if (stage === 'parse') return { stage, offset: known === -1 ? known : offset }
  const vague = vagueMessages.find((start) => message.startsWith(start))
  if (vague !== undefined) return { stage, message: vague }
  if (known === undefined || vaguePositions.some((pattern) => pattern.test(message))) return { stage, message }
  return { stage, message, offset }
}
