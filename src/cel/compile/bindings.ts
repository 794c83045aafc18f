import type { Binding, Expression } from '../syntax/expression.ts'
import { isOptionalType } from '../type.ts'
import type { Fragment } from './fragment.ts'
import type { Generation } from './generation.ts'

/** A name for a value: evaluated once, an optional kept as what it holds. `make` makes the body. */
export function generateBinding<F extends Fragment>(
  generation: Generation,
  { variable, value, body }: Binding,
  make: (body: Expression) => F
): F {
  const bound = isOptionalType(generation.typeOf(value)) ? generation.maybe(value) : generation.value(value)
  const kept = generation.keep(bound)
  const made = generation.within([[variable, { ...kept, fails: false }]], () => make(body))
  return { ...made, fails: made.fails || bound.fails }
}
