/** Values and list, map and message literals as JavaScript. */
import type { ListLiteral, MapLiteral, MessageLiteral } from '../syntax/expression.ts'
import { CelDouble, CelUint, type CelValue } from '../values.ts'
import { type Fragment, fragment, type Maybe, undefinedIfNone } from './fragment.ts'
import type { Generation } from './generation.ts'

/** A value that a literal can have. */
export function literalFragment(generation: Generation, value: CelValue): Fragment {
  const plain = typeof value !== 'object' || value === null
  return fragment(literalJs(generation, value), { stable: true, plain, constant: value })
}

function literalJs({ code }: Generation, value: CelValue): string {
  if (typeof value === 'number') return value < 0 ? `(${value})` : String(value)
  if (typeof value === 'bigint') return value < 0n ? `(${value}n)` : `${value}n`
  if (value instanceof CelDouble) {
    const number = Object.is(value.value, -0) ? '-0' : String(value.value)
    return code.constant(`new ${code.core('CelDouble')}(${number})`)
  }
  if (value instanceof CelUint) return code.constant(`new ${code.core('CelUint')}(${value.value}n)`)
  if (value instanceof Uint8Array) return code.constant(`new Uint8Array([${value.join(', ')}])`)
  return JSON.stringify(value)
}

export function generateList(generation: Generation, { elements }: ListLiteral): Fragment {
  const { code } = generation
  const made = generation.inOrder<Fragment | Maybe>(
    elements.map(({ value, optional }) => () => {
      return optional ? generation.maybe(value, 'unboxInitializer') : generation.value(value)
    })
  )
  const fails = made.some((element) => element.fails)
  if (elements.some(({ optional }) => optional)) {
    const items = made.map((element) => ('none' in element ? undefinedIfNone(element) : element.js))
    return fragment(`${code.core('presentElements')}([${items.join(', ')}])`, { fails })
  }
  const js = `[${made.map((element) => element.js).join(', ')}]`
  const constants = made.flatMap(({ constant }) => (constant === undefined ? [] : [constant]))
  if (constants.length < made.length) return fragment(js, { fails })
  return fragment(code.constant(js), { stable: true, constant: constants })
}

export function generateMap(generation: Generation, { entries }: MapLiteral): Fragment {
  const keys = entries.map(({ key }) =>
    key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined
  )
  if (entries.some(({ optional }) => optional) || keys.includes(undefined)) return buildMap(generation, entries)
  const values = generation.values(entries.map(({ value }) => value))
  const properties = values.map(({ js }, index) => `[${JSON.stringify(keys[index])}]: ${js}`)
  return fragment(`({ ${properties.join(', ')} })`, { fails: values.some((value) => value.fails) })
}

function buildMap(generation: Generation, entries: MapLiteral['entries']): Fragment {
  const made = generation.inOrder<Fragment | Maybe>(
    entries.flatMap(({ key, value, optional }) => [
      () => generation.value(key),
      () => (optional ? generation.maybe(value, 'unboxInitializer') : generation.value(value))
    ])
  )
  const calls: string[] = []
  for (let index = 0; index < made.length; index += 2)
    calls.push(`.set(${jsOf(made[index])}, ${jsOf(made[index + 1])})`)
  const fails = made.some((part) => part.fails)
  return fragment(`new ${generation.code.core('MapBuilder')}()${calls.join('')}.build()`, { fails })
}

/** Messages are plain objects with their fields; an absent optional field is no field. */
export function generateMessage(generation: Generation, { fields }: MessageLiteral): Fragment {
  const made = generation.inOrder<Fragment | Maybe>(
    fields.map(({ value, optional }) => () => {
      return optional ? generation.maybe(value, 'unboxInitializer') : generation.value(value)
    })
  )
  const calls = made.map((field, index) => `.set(${JSON.stringify(fields[index]?.name)}, ${jsOf(field)})`)
  const fails = made.some((field) => field.fails)
  return fragment(`new ${generation.code.core('MapBuilder')}()${calls.join('')}.build()`, { fails })
}

function jsOf(made: Maybe | Fragment | undefined): string {
  if (made === undefined) return 'undefined'
  return 'none' in made ? undefinedIfNone(made) : made.js
}
