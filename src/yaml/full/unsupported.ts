import { YamlFault } from '../problem.ts'

/**
 * Stands in a value for what JSON cannot hold: an infinity, or a key that is null. It is an error only where it
 * is part of the final value: a later duplicate of its key may have replaced it.
 */
export class Unsupported {
  readonly offset: number
  readonly message: string

  constructor(offset: number, message: string) {
    this.offset = offset
    this.message = message
  }
}

/** Under this key a mapping holds the `Unsupported` for a key that is no text. */
export const unsupportedKey = Symbol('unsupported key')

/** @throws YamlFault for the first `Unsupported` that the value holds. */
export function refuseUnsupported(value: unknown): void {
  const seen = new Set<object>()
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const next = pending.pop()
    if (next instanceof Unsupported) throw new YamlFault(next.offset, next.message, 'unsupported-value')
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    for (const key of Reflect.ownKeys(next).reverse()) {
      if (key !== 'length') pending.push(Reflect.get(next, key))
    }
  }
}
