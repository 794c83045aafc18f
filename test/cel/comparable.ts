import type { Answer } from './answer.ts'

/**
 * What of an answer is compared to the recorded one. The API server's messages for syntax errors list a generated
 * parser's tokens; theirs are not compared. Where a chain of selections fails, the API server points to its end, this
 * project to the part at fault.
 */
export function comparable({ value, type, error }: Answer, recorded: Answer): unknown {
  if (error === undefined) return { value, type }
  const { stage, message, offset } = error
  const known = recorded.error?.offset
  if (stage === 'parse') return { stage, offset: known === -1 ? known : offset }
  if (known === undefined || /^(no such key|index out of bounds): /.test(message)) return { stage, message }
  return { stage, message, offset }
}
