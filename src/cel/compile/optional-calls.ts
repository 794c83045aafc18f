/** Functions of optionals in place: no optional is made where its value is only asked for. */
import type { Call, Expression } from '../syntax/expression.ts'
import { isOptionalType } from '../type.ts'
import { type Fragment, fragment, isPresent, type Maybe, undefinedIfNone } from './fragment.ts'
import type { Generation } from './generation.ts'

/** Calls that give an optional; undefined for all others. */
export function maybeCall(generation: Generation, call: Call): Maybe | undefined {
  const { code } = generation
  const [first] = call.args
  switch (generation.overloadOf(call)) {
    case 'optional_none':
      return { ...fragment('undefined', { stable: true, plain: true }), none: 'undefined' }
    case 'optional_of':
      return first && { ...generation.value(first), none: 'undefined' }
    case 'optional_ofNonZeroValue': {
      const { js, ...about } = first ? generation.value(first) : fragment('null')
      return { ...about, js: `${code.core('unlessZero')}(${js})`, stable: false, none: 'undefined' }
    }
    case 'optional_or_optional':
      return call.target && first && either(generation, call.target, first)
    default:
      return undefined
  }
}

/** Calls that take an optional apart; undefined for all others. */
export function optionalCall(generation: Generation, call: Call): Fragment | undefined {
  const { target } = call
  const id = generation.overloadOf(call)
  if (target === undefined) return undefined
  switch (id) {
    case 'optional_value': {
      const held = maybeOf(generation, call, target, call.name)
      const missing = generation.at(call.offset, `${generation.code.core('noneDereference')}()`)
      return fragment(otherwise(generation, held, missing), { fails: true, plain: held.plain })
    }
    case 'optional_hasValue': {
      const held = maybeOf(generation, call, target, call.name)
      return fragment(isPresent(held), { fails: held.fails })
    }
    case 'optional_or_optional':
      return eitherValue(generation, call, target)
    case 'optional_orValue_value':
      return orValue(generation, call, target)
    default:
      return undefined
  }
}

/** What the target, or an argument, holds. It may not be an optional: some functions then name themselves. */
function maybeOf(generation: Generation, call: Call, node: Expression, name?: string): Maybe {
  if (isOptionalType(generation.typeOf(node))) return generation.maybe(node)
  const made = generation.value(node)
  const args = name === undefined ? [made] : [made, fragment(JSON.stringify(name), { stable: true })]
  const js = generation.call(call.offset, generation.code.core('unboxOptional'), args)
  return { ...fragment(js, { fails: true, plain: made.plain }), none: 'undefined' }
}

/** `a.or(b)` of two optionals. */
function either(generation: Generation, first: Expression, second: Expression): Maybe | undefined {
  if (!isOptionalType(generation.typeOf(first)) || !isOptionalType(generation.typeOf(second))) return undefined
  const held = generation.maybe(first)
  const made = alternative(generation, held, () => {
    const other = generation.maybe(second)
    return { ...other, js: undefinedIfNone(other) }
  })
  return { ...made, none: 'undefined' }
}

/** `a.or(b)` where one of them may be no optional: the second is then the result as it is. */
function eitherValue(generation: Generation, { args: [second], offset }: Call, first: Expression): Fragment {
  const { code } = generation
  const held = generation.keep(generation.value(first))
  const test = generation.call(offset, code.core('holdsValue'), [held])
  const present = { ...fragment(`(${test} ? ${held.js} : undefined)`, { fails: true }), none: 'undefined' } as const
  return alternative(generation, present, () => (second ? generation.value(second) : fragment('null')))
}

function orValue(generation: Generation, call: Call, target: Expression): Fragment {
  const held = maybeOf(generation, call, target)
  const { args } = call
  return alternative(generation, held, () => (args[0] ? generation.value(args[0]) : fragment('null')))
}

/** What the maybe holds, else what `make` makes, which is evaluated only then. */
function alternative(generation: Generation, held: Maybe, make: () => Fragment): Fragment {
  const { code } = generation
  const other = code.capture(make)
  const about = { fails: held.fails || other.result.fails, plain: held.plain && other.result.plain }
  if (other.lines.length === 0) return fragment(otherwise(generation, held, other.result.js), about)
  const kept = generation.keep(held)
  const result = code.temporary()
  code.line(`if (${isPresent(kept)}) ${result} = ${kept.js}`)
  code.lines(['else {', ...other.lines, `${result} = ${other.result.js}`, '}'])
  return fragment(result, { ...about, stable: true })
}

/** What the maybe holds, else the other expression. */
function otherwise(generation: Generation, held: Maybe, other: string): string {
  if (held.none === 'nullish') return `(${held.js} ?? ${other})`
  if (held.stable) return `(${held.js} === undefined ? ${other} : ${held.js})`
  const found = generation.code.temporary()
  return `((${found} = ${held.js}) === undefined ? ${other} : ${found})`
}
