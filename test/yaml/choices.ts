import fc from 'fast-check'

/** The source of arbitrary values inside `fc.gen()`. */
export type Generator = fc.GeneratorValue

export function below(g: Generator, end: number): number {
  return g(fc.nat, { max: end - 1 })
}

export function chance(g: Generator, oneIn: number): boolean {
  return below(g, oneIn) === 0
}

export function pick<Value>(g: Generator, values: readonly Value[]): Value {
  return values[below(g, values.length)] as Value
}
