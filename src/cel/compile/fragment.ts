import type { CelValue } from '../values.ts'

/** A piece of generated JavaScript that gives the value of a node. Statements it needs were written before it. */
export interface Fragment {
  /** An expression that can stand as an operand anywhere. */
  readonly js: string
  /** Whether evaluating it, or the statements before it, may throw. */
  readonly fails: boolean
  /** A name or a literal: it may be written twice. */
  readonly stable: boolean
  /** Whether its value is plain data, without boxed values inside: what variables hold and what is read from them. */
  readonly plain: boolean
  /** Its value where that is known already. */
  readonly constant?: CelValue
}

/** An optional that was not made: the value itself, or nothing. */
export interface Maybe extends Fragment {
  /** What stands for an absent value: undefined alone, or null too where no null can be a value. */
  readonly none: 'undefined' | 'nullish'
}

export function fragment(js: string, about: Partial<Omit<Fragment, 'js'>> = {}): Fragment {
  return { js, fails: false, stable: false, plain: false, ...about }
}

/** JavaScript that tests whether a maybe holds a value. */
export function isPresent({ js, none }: Maybe): string {
  return none === 'nullish' ? `(${js} != null)` : `(${js} !== undefined)`
}

/** The maybe with undefined alone for none. */
export function undefinedIfNone(maybe: Maybe): string {
  return maybe.none === 'nullish' ? `(${maybe.js} ?? undefined)` : maybe.js
}
