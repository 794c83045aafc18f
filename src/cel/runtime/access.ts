/**
 * Selection and indexing of values whose type is not known before: `value.key`, `value[key]`, and the optional forms
 * that give undefined where there is nothing.
 */
import { CelOptional, CelUint, type CelValue, isRecord, typeNameOf } from '../values.ts'
import { fail, goTypeName, noSuchKey, outOfBounds } from './fault.ts'
import { findKey, isMap } from './map.ts'
import { isDouble, isInt, isNumber, maxInt, unboxDouble } from './number.ts'
import { show } from './show.ts'

/** Whether a value can be a key at all. */
export function isKey(value: CelValue): boolean {
  return isNumber(value) || typeof value === 'string' || typeof value === 'boolean'
}

function badKey(key: CelValue): never {
  return fail(`invalid qualifier type: ${goTypeName(key)}`)
}

/** `value[key]`, and `value.key` for a string. */
export function index(value: CelValue, key: CelValue): CelValue {
  const found = indexIfPresent(value, key)
  if (found !== undefined) return found
  return Array.isArray(value) ? outOfBounds(key) : noSuchKey(key)
}

/** `value[?key]`, and `value.?key` for a string. `value` is undefined where the chain before it gave nothing. */
export function indexIfPresent(value: CelValue | undefined, key: CelValue): CelValue | undefined {
  if (value === undefined) return undefined
  if (typeof key !== 'string' && !isKey(key)) return badKey(key)
  if (value === null) return undefined
  if (Array.isArray(value)) return value[listIndex(key)]
  return isMap(value) ? findKey(value, key) : undefined
}

/** An own property of plain data, whatever its name. */
export function property(value: CelValue | undefined, key: string): CelValue | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A list's index as a JavaScript one: -1 where it is out of every list's range. */
function listIndex(key: CelValue): number {
  if (typeof key === 'string') return badIndex(key)
  if (isInt(key)) return typeof key === 'number' ? key : -1
  if (isDouble(key)) {
    const number = unboxDouble(key)
    return Number.isInteger(number) && Math.abs(number) < 2 ** 63
      ? number
      : fail(`unsupported index value ${show(key)} in list`)
  }
  if (!(key instanceof CelUint)) return badIndex(key)
  return key.value <= maxInt ? Number(key.value) : fail(`unsupported index value ${show(key)} in list`)
}

function badIndex(key: CelValue): never {
  return fail(`unsupported index type '${typeNameOf(key)}' in list`)
}

/** One step of a chain: `[key]`, or `[?key]` where `optional`. */
export type Step = readonly [key: CelValue, optional: boolean]

/**
 * A whole chain of selections from a value that may itself be an optional: from the first optional on, everything is
 * optional, and so is the result.
 */
export function chain(base: CelValue, steps: readonly Step[]): CelValue {
  if (base instanceof CelOptional && base.value === undefined) return base
  let isOptional = base instanceof CelOptional
  let value = base instanceof CelOptional ? (base.value ?? null) : base
  for (const [key, optional] of steps) {
    isOptional ||= optional
    if (!isOptional) value = index(value, key)
    else {
      const found = indexIfPresent(value, key)
      if (found === undefined) return CelOptional.none
      value = found
    }
  }
  return isOptional ? CelOptional.of(value) : value
}

/** Whether a value, or what it holds as an optional, has a key: the end of `has(a.b)`. */
export function chainHas(value: CelValue, field: string): boolean {
  const operand = value instanceof CelOptional ? value.value : value
  return indexIfPresent(operand, field) !== undefined
}
