/** Comprehensions as plain loops within the function. */
import type { ListTransform, MapTransform, Quantifier } from '../syntax/expression.ts'
import type { Type } from '../type.ts'
import { type Fragment, fragment } from './fragment.ts'
import type { Generation } from './generation.ts'

type Loop = Quantifier | ListTransform | MapTransform

/** A range that is ready to be looped over. */
interface Range {
  /** The opening line of the loop, and the lines that set its variables. */
  readonly head: readonly string[]
  readonly variables: readonly (readonly [string, Fragment])[]
  readonly fails: boolean
}

/**
 * `all` and `exists`. An element that decides the result also decides against errors of elements before it, so where
 * the predicate may fail, the first error is kept for the end.
 */
export function generateQuantifier(generation: Generation, loop: Quantifier): Fragment {
  if (loop.quantifier === 'existsOne') return generateExistsOne(generation, loop)
  const { code } = generation
  const decides = loop.quantifier === 'exists'
  const range = openRange(generation, loop)
  const { result: predicate, lines } = code.capture(() =>
    generation.within(range.variables, () => generation.condition(loop.predicate, loop.offset))
  )
  const result = code.temporary()
  const test = `${decides ? '' : '!'}${predicate.js}`
  if (!predicate.fails) {
    code.lines([`${result} = ${!decides}`, ...range.head, ...lines])
    code.lines([`if (${test}) { ${result} = ${decides}; break }`, '}'])
    return fragment(result, { stable: true, fails: range.fails })
  }
  const error = code.temporary()
  code.lines([`${result} = ${!decides}, ${error} = undefined`, ...range.head, 'try {', ...lines])
  code.line(`if (${test}) { ${result} = ${decides}; ${error} = undefined; break }`)
  code.line(`} catch (thrown) { ${error} ??= ${code.core('caught')}(thrown, at) }`)
  code.lines(['}', `if (${error} !== undefined) throw ${error}`])
  return fragment(result, { stable: true, fails: true })
}

function generateExistsOne(generation: Generation, loop: Quantifier): Fragment {
  const { code } = generation
  const range = openRange(generation, loop)
  const { result: predicate, lines } = code.capture(() =>
    generation.within(range.variables, () => generation.condition(loop.predicate, loop.offset))
  )
  const count = code.temporary()
  code.lines([`${count} = 0`, ...range.head, ...lines, `if (${predicate.js}) ${count}++`, '}'])
  return fragment(`(${count} === 1)`, { fails: range.fails || predicate.fails })
}

/** `map`, `filter` and `transformList`. */
export function generateListTransform(generation: Generation, loop: ListTransform): Fragment {
  const { code } = generation
  const range = openRange(generation, loop)
  const result = code.temporary()
  const body = generation.within(range.variables, () =>
    collect(generation, loop, () => {
      const added = generation.value(loop.transform)
      code.line(`${result}.push(${added.js})`)
      return added.fails
    })
  )
  code.lines([`${result} = []`, ...range.head, ...body.lines, '}'])
  return fragment(result, { stable: true, fails: range.fails || body.fails })
}

/** `transformMap` and `transformMapEntry`. */
export function generateMapTransform(generation: Generation, loop: MapTransform): Fragment {
  const { code } = generation
  const range = openRange(generation, loop)
  const builder = code.temporary()
  const key = range.variables[0]?.[1].js ?? ''
  const body = generation.within(range.variables, () =>
    collect(generation, loop, () => {
      const { js } = generation.value(loop.transform)
      const call = loop.result === 'entry' ? `insertAll(${js})` : `insert(${key}, ${js})`
      code.line(`at = ${loop.offset}`)
      code.line(`${builder}.${call}`)
      return true
    })
  )
  code.lines([`${builder} = new ${code.core('MapBuilder')}()`, ...range.head, ...body.lines, '}'])
  return fragment(`${builder}.build()`, { fails: true })
}

/** The body of a loop that collects: `add` writes how, under the filter if there is one. */
function collect(
  generation: Generation,
  loop: ListTransform | MapTransform,
  add: () => boolean
): { lines: readonly string[]; fails: boolean } {
  const { code } = generation
  const { result: fails, lines } = code.capture(() => {
    const filter = loop.filter && generation.condition(loop.filter, loop.offset)
    if (filter === undefined) return add()
    code.line(`if (${filter.js}) {`)
    const addFails = add()
    code.line('}')
    return addFails || filter.fails
  })
  return { lines, fails }
}

/** Evaluates the range and names what the loop's variables are; the loop is still to be closed with `}`. */
function openRange(generation: Generation, loop: Loop): Range {
  const { code } = generation
  const range = generation.value(loop.range)
  const type = generation.typeOf(loop.range)
  const [first, second] = loop.variables
  const isPairs = second !== undefined && type.kind !== 'list'
  const items = code.temporary()
  const index = code.name('i')
  const item = code.name('x')
  const iterate = code.core(isPairs ? 'pairsOf' : 'elementsOf')
  code.line(`${items} = ${generation.call(loop.offset, iterate, [range])}`)
  const head = [
    `for (let ${index} = 0; ${index} < ${items}.length; ${index}++) {`,
    `const ${item} = ${items}[${index}]`
  ]
  const about = { stable: true, plain: range.plain }
  // What has the right type statically can be looped over; anything else may turn out not to be.
  const fails = range.fails || (type.kind !== 'list' && type.kind !== 'map')
  if (isPairs) {
    const variables = [
      [first, fragment(`${item}[0]`, about)] as const,
      [second, fragment(`${item}[1]`, about)] as const
    ]
    return { head, variables, fails }
  }
  const element = fragment(coerced(generation, type, item), about)
  const variables =
    second === undefined
      ? [[first, element] as const]
      : [[first, fragment(index, about)] as const, [second, element] as const]
  return { head, variables, fails }
}

/** Data may write a double without a fraction. */
function coerced({ code }: Generation, range: Type, item: string): string {
  return range.kind === 'list' && range.element.kind === 'double' ? `${code.core('toDouble')}(${item})` : item
}
