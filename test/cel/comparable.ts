import type { Answer } from './answer.ts'

/**
 * What of an answer is compared to the recorded one. Of syntax errors that is their stage alone: the API server's
 * messages list a generated parser's tokens. Positions are compared for expressions that are refused by the checker;
 * of errors of evaluation the API server knows only the last part of a chain of selections, here it is the one at fault.
 */
export function comparable({ value, type, error }: Answer, recorded: Answer): unknown {
  if (error === undefined) return { value, type }
  const { stage, message, offset } = error
  if (stage === 'parse') return { stage }
  if (stage === 'eval' || recorded.error?.offset === undefined) return { stage, message }
  return { stage, message, offset }
}
