import type { Type } from '../type.ts'

/** The local variables around a part of an expression, innermost first. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Type>
  readonly outer: Scope | undefined
}

export function findLocal(scope: Scope | undefined, name: string): Type | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const type = at.variables.get(name)
    if (type !== undefined) return type
  }
  return undefined
}

/** All names of local variables, for suggestions. */
export function* localNames(scope: Scope | undefined): Generator<string> {
  for (let at = scope; at !== undefined; at = at.outer) yield* at.variables.keys()
}
