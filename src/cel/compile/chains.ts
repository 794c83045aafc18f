/** The JavaScript of chains: plain property reads where types or plain data allow it. */
import type { Expression, Select } from '../syntax/expression.ts'
import { isOptionalType } from '../type.ts'
import { type Chain, chainOf, type Step } from './chain-steps.ts'
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

function generic(generation: Generation, { steps }: Chain, start: Fragment | Maybe): Fragment {
  const [first = [], ...later] = runsOf(steps)
  let value = callChain(generation, first, start)
  for (const run of later) value = continueChain(generation, run, value)
  return value
}

function callChain(generation: Generation, steps: readonly Step[], start: Fragment | Maybe): Fragment {
  const callee = generation.code.core('chain')
  return fragment(generation.call(steps.at(-1)?.offset ?? 0, callee, genericParts(generation, steps, start)), {
    fails: true
  })
}

/** Takes further steps where those before have found something. */
function continueChain(generation: Generation, steps: readonly Step[], value: Fragment): Fragment {
  const { code } = generation
  const held = generation.keep(value)
  const { result, lines } = code.capture(() => callChain(generation, steps, held))
  code.lines([`if (!${code.core('isNone')}(${held.js})) {`, ...lines, `${held.js} = ${result.js}`, '}'])
  return held
}

/** Steps that are taken at once: a key that may fail begins anew, since it is evaluated only when the chain gets there. */
function runsOf(steps: readonly Step[]): Step[][] {
  if (steps.some((step) => step.fromStored)) return [[...steps]]
  const runs: Step[][] = [[]]
  for (const [index, step] of steps.entries()) {
    if (index === 0 || isCertainKey(step)) runs.at(-1)?.push(step)
    else runs.push([step])
  }
  return runs
}

function isCertainKey({ key }: Step): boolean {
  return typeof key === 'string' || key.kind === 'literal' || key.kind === 'identifier'
}

function genericPresence(generation: Generation, chain: Chain, start: Fragment | Maybe, node: Select): Fragment {
  const operand = chain.steps.length === 0 ? fragment(boxed(generation, start)) : generic(generation, chain, start)
  const field = fragment(JSON.stringify(node.field), { stable: true })
  return fragment(generation.call(node.offset, generation.code.core('chainHas'), [operand, field]), { fails: true })
}

/** The base as a value, and the steps as a list of pairs: key, and whether it is optional. */
function genericParts(generation: Generation, steps: readonly Step[], start: Fragment | Maybe): Fragment[] {
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
