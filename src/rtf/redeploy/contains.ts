import { isMapping } from '../../estate/mapping.ts'

/**
 * Whether a running object's value has all that was asked for; the API server and admission may have added to it. Every
 * item of a list that was asked for has to be among those that are there.
 */
export function contains(shown: unknown, asked: unknown): boolean {
  if (Array.isArray(asked)) {
    return Array.isArray(shown) && asked.every((item) => shown.some((candidate) => contains(candidate, item)))
  }
  if (isMapping(asked)) {
    return isMapping(shown) && Object.entries(asked).every(([key, item]) => contains(shown[key], item))
  }
  // Text and number are the same where the API takes either, as in a port.
  return shown === asked || (shown !== undefined && shown !== null && String(shown) === String(asked))
}
