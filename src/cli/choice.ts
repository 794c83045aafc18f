import { didYouMean } from '../names/nearest-name.ts'
import { UserError } from './user-error.ts'

/**
 * The value of an option that knows its values.
 * @throws UserError naming them where it is another.
 */
export function choose<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new UserError(`--${option} ${value}: must be one of ${known.join(', ')}${didYouMean(value, known)}`)
}
