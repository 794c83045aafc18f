import type { CelValue } from '../../values.ts'
import { isEqual } from './comparable.ts'

/** The first of all elements that are equal, in order. */
export function distinct(list: readonly CelValue[]): readonly CelValue[] {
  const strings = new Set<string>()
  const others: CelValue[] = []
  return list.filter((element) => {
    if (typeof element === 'string') return !strings.has(element) && strings.add(element)
    if (others.some((other) => isEqual(element, other))) return false
    others.push(element)
    return true
  })
}
