/** The JavaScript of chains: plain property reads where types or plain data allow it. */
import type { Expression, Select } from '../syntax/expression.ts'
import { isOptionalType } from '../type.ts'
import { type Chain, chainOf } from './chain-steps.ts'
import { type Fragment, fragment, type Maybe } from './fragment.ts'
import type { Generation } from './generation.ts'
import { step, testStep } from './steps.ts'

/** The value of a chain; a maybe where the chain is optional. */
export function generateChain(generation: Generation, node: Expression): Fragment | Maybe {
  const chain = chainOf(generation, node)
  const start = startOf(generation, chain)
  if (!isDirect(generation, chain, start)) return generic(generation, chain, start)
  let current: Fragment | Maybe = start
  for (const next of chain.steps) current = step(generation, current, next)
  return current
}

/** `has(a.b)`. */
export function generatePresence(generation: Generation, node: Select): Fragment {
  const { steps, base } = chainOf(generation, node.operand)
  const start = startOf(generation, { base, steps })
  if (!isDirect(generation, { base, steps }, start)) return genericPresence(generation, { base, steps }, start, node)
  let current: Fragment | Maybe = start
  for (const next of steps) current = step(generation, current, next)
  return testStep(generation, current, node)
}

/** Where a chain starts: from an optional as a maybe. */
function startOf(generation: Generation, { base }: Chain): Fragment | Maybe {
  return isOptionalType(generation.typeOf(base)) ? generation.maybe(base) : generation.value(base)
}

/**
 * Whether each step's kind is known: a value of unknown type that is not plain data may be an optional, and so may be
 * what a step from a stored optional meets. Those are rare and left to the runtime.
 */
function isDirect(generation: Generation, { base, steps }: Chain, start: Fragment): boolean {
  if (steps.some((one) => one.fromStored)) return false
  return generation.typeOf(base).kind !== 'dyn' || start.plain
}

function generic(generation: Generation, chain: Chain, start: Fragment | Maybe): Fragment {
  const { code } = generation
  const offset = chain.steps.at(-1)?.offset ?? 0
  return fragment(generation.call(offset, code.core('chain'), genericParts(generation, chain, start)), { fails: true })
}

function genericPresence(generation: Generation, chain: Chain, start: Fragment | Maybe, node: Select): Fragment {
  const { code } = generation
  const field = fragment(JSON.stringify(node.field), { stable: true })
  const args = [...genericParts(generation, chain, start), field]
  return fragment(generation.call(node.offset, code.core('chainHas'), args), { fails: true })
}

/** The base as a value, and the steps as a list of pairs: key, and whether it is optional. */
function genericParts(generation: Generation, { steps }: Chain, start: Fragment | Maybe): Fragment[] {
  const [base = start, ...keys] = generation.inOrder<Fragment | Maybe>([
    () => start,
    ...steps.map(({ key }) => () => {
      return typeof key === 'string' ? fragment(JSON.stringify(key), { stable: true }) : generation.value(key)
    })
  ])
  const pairs = keys.map(({ js }, index) => `[${js}, ${steps[index]?.optional ?? false}]`)
  const list = fragment(`[${pairs.join(', ')}]`, { fails: keys.some((key) => key.fails) })
  return [{ ...base, js: boxed(generation, base), stable: false }, list]
}

/** A fragment as the value that it stands for: a maybe as an optional. */
export function boxed({ code }: Generation, made: Fragment | Maybe): string {
  if (!('none' in made)) return made.js
  const js = made.none === 'nullish' ? `${made.js} ?? undefined` : made.js
  return `${code.core('boxOptional')}(${js})`
}
