/** One step of a chain, by the static type that it is taken from. */
import type { Expression, Select } from '../syntax/expression.ts'
import { heldType, type ObjectField, type Type } from '../type.ts'
import type { Step } from './chain-steps.ts'
import { type Fragment, fragment, isPresent, type Maybe } from './fragment.ts'
import type { Generation } from './generation.ts'
import { access, isReadable } from './property-access.ts'

type Current = Fragment | Maybe

/** The fragment after one more step. */
export function step(generation: Generation, current: Current, next: Step): Current {
  const optional = 'none' in current || next.optional
  const { key, from } = next
  if (typeof key === 'string' && from.kind === 'object') return objectField(generation, current, next, key, optional)
  if (typeof key === 'string' && isPlainMap(from, current)) return mapKey(generation, current, next, key, optional)
  const keyNode = typeof key === 'string' ? undefined : key
  return optional ? indexMaybe(generation, current, next, keyNode) : indexValue(generation, current, next, keyNode)
}

/** A field of an object: null and undefined are no value, unless the field says that null is one. */
function objectField(generation: Generation, current: Current, next: Step, key: string, optional: boolean): Current {
  const field = fieldOf(generation, next.from, key)
  if (field?.nullable === true) return nullableField(generation, current, next, key, optional)
  const property = field?.property ?? key
  const read = readOwn(generation, current.js, property, optional)
  const isDouble = next.gives.kind === 'double'
  if (!optional) {
    const { code } = generation
    const missing = generation.at(next.offset, `${code.core('noSuchKey')}(${JSON.stringify(key)})`)
    const js = `(${read} ?? ${missing})`
    return fragment(isDouble ? `${code.core('toDouble')}(${js})` : js, { fails: true, plain: current.plain })
  }
  const js = isDouble ? `${generation.code.core('doubleIfAny')}(${read})` : read
  return { ...fragment(js, { fails: current.fails, plain: current.plain }), none: 'nullish' }
}

function nullableField(generation: Generation, current: Current, next: Step, key: string, optional: boolean): Current {
  const { code } = generation
  const read = readOwn(generation, current.js, key, optional)
  if (optional) return { ...fragment(read, { fails: true, plain: current.plain }), none: 'undefined' }
  const found = code.temporary()
  const missing = generation.at(next.offset, `${code.core('noSuchKey')}(${JSON.stringify(key)})`)
  return fragment(`((${found} = ${read}) === undefined ? ${missing} : ${found})`, { fails: true, plain: current.plain })
}

function fieldOf({ checked }: Generation, type: Type, key: string): ObjectField | undefined {
  return type.kind === 'object' ? checked.environment.types.field(type.name, key) : undefined
}

/** Whether a string key can be read as a property: keys are strings, or data is plain, so that no CelMap can be met. */
function isPlainMap(type: Type, current: Current): boolean {
  return (
    (type.kind === 'map' && (type.key.kind === 'string' || current.plain)) || (type.kind === 'dyn' && current.plain)
  )
}

/** A key of a map, or of data that may turn out to be no map at all. Null is a value here. */
function mapKey(generation: Generation, current: Current, next: Step, key: string, optional: boolean): Current {
  const { code } = generation
  const plain = current.plain
  const known = next.from.kind === 'map'
  const text = JSON.stringify(key)
  if (known && optional) {
    const read = readOwn(generation, current.js, key, true)
    return { ...fragment(read, { fails: current.fails, plain }), none: 'undefined' }
  }
  const object = current.stable ? current.js : code.temporary()
  const read = readOwn(generation, current.stable ? object : `(${object} = ${current.js})`, key, true)
  const found = code.temporary()
  // The slow way finds out why there is nothing: a list has no string keys, which is an error even if optional.
  const otherwise = `${code.core(optional ? 'indexIfPresent' : 'index')}(${object}, ${text})`
  const js = `((${found} = ${read}) === undefined ? ${generation.at(next.offset, otherwise)} : ${found})`
  const made = fragment(js, { fails: true, plain })
  return optional ? { ...made, none: 'undefined' } : made
}

/** JavaScript that reads an own property. */
function readOwn({ code }: Generation, object: string, key: string, optional: boolean): string {
  if (isReadable(key)) return access(object, key, optional)
  return `${code.core('property')}(${object}, ${JSON.stringify(key)})`
}

function indexValue(generation: Generation, current: Current, next: Step, key: Expression | undefined): Current {
  const { code } = generation
  const [object = current, made] = generation.inOrder<Current>([
    () => current,
    () => keyFragment(generation, next, key)
  ])
  const plain = current.plain
  if (next.from.kind === 'list' && made && key && generation.typeOf(key).kind === 'int') {
    const at = made.stable ? made.js : code.temporary()
    const found = code.temporary()
    const missing = generation.at(next.offset, `${code.core('outOfBounds')}(${at})`)
    const read = `${object.js}[${made.stable ? at : `${at} = ${made.js}`}]`
    const js = `((${found} = ${read}) === undefined ? ${missing} : ${found})`
    return fragment(coerced(generation, next, js), { fails: true, plain })
  }
  const js = generation.call(next.offset, code.core('index'), made ? [object, made] : [object])
  return fragment(coerced(generation, next, js), { fails: true, plain })
}

/** `[?key]`, or a key after an optional: the key is evaluated only where there is something to take it from. */
function indexMaybe(generation: Generation, current: Current, next: Step, key: Expression | undefined): Maybe {
  const { code } = generation
  const { result: made, lines } = code.capture(() => keyFragment(generation, next, key))
  const take = (object: Fragment): string => {
    const js = generation.call(next.offset, code.core('indexIfPresent'), [object, made])
    return next.gives.kind === 'double' ? `${code.core('doubleIfAny')}(${js})` : js
  }
  const about = { fails: true, plain: current.plain }
  if (lines.length === 0 && !made.fails) return { ...fragment(take(current), about), none: 'undefined' }
  const held = generation.keep(current)
  if (!('none' in held)) {
    code.lines(lines)
    return { ...fragment(take(held), about), none: 'undefined' }
  }
  const found = code.temporary()
  code.line(`if (!${isPresent(held)}) ${found} = undefined`)
  code.line('else {')
  code.lines(lines)
  code.line(`${found} = ${take(held)}`)
  code.line('}')
  return { ...fragment(found, { ...about, stable: true }), none: 'undefined' }
}

function keyFragment(generation: Generation, next: Step, key: Expression | undefined): Fragment {
  return key === undefined ? fragment(JSON.stringify(next.key), { stable: true }) : generation.value(key)
}

/** Data may write a double without a fraction. */
function coerced({ code }: Generation, { gives }: Step, js: string): string {
  return gives.kind === 'double' ? `${code.core('toDouble')}(${js})` : js
}

/** Whether the last field of `has(…)` is there. */
export function testStep(generation: Generation, current: Current, node: Select): Fragment {
  const { code } = generation
  const { field } = node
  const from = heldType(generation.typeOf(node.operand))
  const fails = current.fails
  if (from.kind === 'object') {
    const declared = fieldOf(generation, from, field)
    const read = readOwn(generation, current.js, declared?.property ?? field, 'none' in current)
    // A nullable field may be computed when it is read, which can fail.
    if (declared?.nullable === true) return fragment(`(${read} !== undefined)`, { fails: true })
    return fragment(`(${read} != null)`, { fails })
  }
  if (from.kind === 'map' && isPlainMap(from, current)) {
    return fragment(`(${readOwn(generation, current.js, field, true)} !== undefined)`, { fails })
  }
  const key = fragment(JSON.stringify(field), { stable: true })
  const found = generation.call(node.offset, code.core('indexIfPresent'), [current, key])
  return fragment(`(${found} !== undefined)`, { fails: true })
}
