/**
 * How CEL values look in JavaScript. Plain JSON and YAML data is already in this form:
 *
 * | CEL | JavaScript |
 * |---|---|
 * | int | number that is a safe integer (never -0), else bigint |
 * | double | number that is no safe integer (1.5, 1e300, NaN, infinities), else {@link CelDouble} |
 * | uint | {@link CelUint} |
 * | bool, string, null | boolean, string, null |
 * | bytes | Uint8Array |
 * | list | array |
 * | map | plain object (own keys) where every key is a string, else {@link CelMap} |
 * | timestamp, duration, optional, type | {@link CelTimestamp}, {@link CelDuration}, {@link CelOptional}, {@link CelType} |
 * | types of a library | subclasses of {@link CelOpaque} |
 */

export type CelValue = null | boolean | number | bigint | string | Uint8Array | Boxed | readonly CelValue[] | CelRecord

/** A map whose keys are strings, or an object of the type provider. Only own properties count. */
export interface CelRecord {
  readonly [key: string]: CelValue
}

/** What every value class extends, so that one `instanceof` tells plain data from the rest. */
export abstract class Boxed {
  /** The name that `type(value)` has, such as `google.protobuf.Duration`. */
  abstract readonly typeName: string
}

/** A double whose value is a safe integer, such as 2.0 or -0.0: a plain number would be an int. */
export class CelDouble extends Boxed {
  readonly value: number
  constructor(value: number) {
    super()
    this.value = value
  }

  get typeName(): string {
    return 'double'
  }
}

/** An unsigned integer, 0 to 2^64-1. */
export class CelUint extends Boxed {
  readonly value: bigint
  constructor(value: bigint) {
    super()
    this.value = value
  }

  get typeName(): string {
    return 'uint'
  }
}

/** A moment from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z. */
export class CelTimestamp extends Boxed {
  /** Since 1970-01-01T00:00:00Z. */
  readonly nanoseconds: bigint
  /** The zone that it was written with, in seconds east of UTC: kept for printing alone. */
  readonly offset: number
  constructor(nanoseconds: bigint, offset = 0) {
    super()
    this.nanoseconds = nanoseconds
    this.offset = offset
  }

  get typeName(): string {
    return 'google.protobuf.Timestamp'
  }
}

/** A signed span of time that fits 64 bits of nanoseconds. */
export class CelDuration extends Boxed {
  readonly nanoseconds: bigint
  constructor(nanoseconds: bigint) {
    super()
    this.nanoseconds = nanoseconds
  }

  get typeName(): string {
    return 'google.protobuf.Duration'
  }
}

/** A value that may be absent. `value` is undefined in {@link CelOptional.none} alone. */
export class CelOptional extends Boxed {
  static readonly none = new CelOptional(undefined)
  readonly value: CelValue | undefined
  private constructor(value: CelValue | undefined) {
    super()
    this.value = value
  }
  static of(value: CelValue): CelOptional {
    return new CelOptional(value)
  }

  get typeName(): string {
    return 'optional_type'
  }
}

/** A type as a value: what `type(1)` and the identifier `int` give. Equal by name. */
export class CelType extends Boxed {
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
  }

  get typeName(): string {
    return 'type'
  }
}

/**
 * A value of a library's own type, such as a quantity. Equal values of the same type name are told by `equals`;
 * values of other types are never equal to it.
 */
export abstract class CelOpaque extends Boxed {
  abstract equals(other: CelOpaque): boolean
  /** How the value is printed where no string conversion is asked for. */
  abstract override toString(): string
}

/**
 * A failed evaluation: a value of the language, not a fault of the program, hence no `Error` and no stack.
 * Implementations of functions throw it; a compiled expression returns it.
 */
export class CelError {
  readonly message: string
  /** Where the failed part begins, in code points from the start of the expression. Set once, by the compiled code. */
  offset: number | undefined
  constructor(message: string, offset?: number) {
    this.message = message
    this.offset = offset
  }
  toString(): string {
    return this.message
  }
}

/**
 * A map with keys other than strings. Keys are distinct by type and value, as in a map literal; lookups that compare
 * numbers across types, as `{1: 'a'}[1.0]` does, are `find` of `runtime/map.ts`.
 */
export class CelMap extends Boxed {
  readonly #entries = new Map<unknown, readonly [CelValue, CelValue]>()

  /** Of two entries with the same key the later one stays. */
  constructor(entries: Iterable<readonly [CelValue, CelValue]> = []) {
    super()
    for (const [key, value] of entries) this.set(key, value)
  }

  /** For building alone: a map that an expression has seen does not change. Undefined removes the entry. */
  set(key: CelValue, value: CelValue | undefined): void {
    if (value === undefined) this.#entries.delete(identityOf(key))
    else this.#entries.set(identityOf(key), [key, value])
  }

  get typeName(): string {
    return 'map'
  }

  get size(): number {
    return this.#entries.size
  }

  /** The value under exactly this key, type included. */
  get(key: CelValue): CelValue | undefined {
    return this.#entries.get(identityOf(key))?.[1]
  }

  keys(): CelValue[] {
    return Array.from(this.#entries.values(), (entry) => entry[0])
  }

  entries(): Iterable<readonly [CelValue, CelValue]> {
    return this.#entries.values()
  }
}

/** What a key is told apart by: its type's first letter and value; containers are themselves. */
function identityOf(key: CelValue): unknown {
  if (typeof key === 'string') return `s${key}`
  if (typeof key === 'number') return Number.isSafeInteger(key) ? key : `d${key}`
  if (key instanceof CelDouble) return `d${key.value}`
  if (key instanceof CelUint) return `u${key.value}`
  if (key instanceof CelTimestamp) return `t${key.nanoseconds}`
  if (key instanceof CelDuration) return `n${key.nanoseconds}`
  return key instanceof CelType ? `T${key.name}` : key
}

/** Whether the value is a map with string keys (or an object), in the form of plain data. */
export function isRecord(value: CelValue | undefined): value is CelRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Boxed) &&
    !(value instanceof Uint8Array)
  )
}

/** The name of the value's type as `type(value)` has it. */
export function typeNameOf(value: CelValue): string {
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'boolean':
      return 'bool'
    case 'bigint':
      return 'int'
    case 'number':
      return Number.isSafeInteger(value) ? 'int' : 'double'
  }
  if (value === null) return 'null_type'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Boxed) return value.typeName
  return value instanceof Uint8Array ? 'bytes' : 'map'
}
