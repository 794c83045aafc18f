import type { ApiType, FieldType } from '../../src/kubernetes/api-types.ts'

/** A source of random numbers that repeats itself for the same seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0]
  }
}

const scalars = {
  any: [{}],
  boolean: [true, false],
  bytes: ['', 'aGk=', 'aGk\n=', 'AAAA'],
  int32: [0, -1, 2147483647, -2147483648],
  int64: [0, 2147483648, 9007199254740993n, -9223372036854775808n],
  intOrString: [80, 'http', '25%', -1],
  microTime: ['2024-02-29T23:59:59.123456Z', '2024-02-29T23:59:59.000000+01:30'],
  number: [0, 1.5, -3, 1e30],
  quantity: ['1', '500m', '1.5Gi', 2, 0.5, '12e6', ' 1 ', '.5', '+1k'],
  string: ['', 'x', 'yes', '1'],
  time: ['2024-02-29T23:59:59Z', '2024-01-01T1:00:00.5+24:60', '0000-01-01T00:00:00,25Z']
} as const

/** Values that most types do not hold, in many forms. */
const strange = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  2147483648,
  9223372036854775808n,
  '',
  'x',
  'true',
  '1Ki',
  '1K',
  'a===',
  'aGk=\n',
  '\t1',
  '2023-02-29T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2024-02-29T00:00:00.000000Z',
  '2024-02-29 00:00:00Z',
  '2024-02-29T24:00:00Z',
  '2024-02-29T00:00:60Z',
  [],
  {},
  ['x'],
  [1],
  [null],
  { x: 'y' },
  { x: 1 },
  { x: null }
] as const

/** Makes objects of a type; now and then, and wherever it likes, with a value that does not belong there. */
export class ObjectMaker {
  readonly #random: Random
  /** How often a value is strange: once in this many. */
  readonly #strangeness: number

  constructor(random: Random, strangeness: number) {
    this.#random = random
    this.#strangeness = strangeness
  }

  object(type: ApiType, depth = 0): Record<string, unknown> {
    const fields = [...type.fields].filter(() => this.#random.below(depth + 2) === 0)
    return Object.fromEntries(fields.map(([name, field]) => [name, this.#value(field.type, depth + 1)]))
  }

  #value(type: FieldType, depth: number): unknown {
    const isDeep = depth > 12
    if (type.kind !== 'any' && this.#random.below(this.#strangeness) === 0) return this.#random.pick(strange)
    switch (type.kind) {
      case 'object':
        return isDeep ? {} : this.object(type.type, depth)
      case 'list':
        return isDeep ? [] : Array.from({ length: this.#random.below(3) }, () => this.#value(type.element, depth))
      case 'map':
        return isDeep ? {} : { a: this.#value(type.value, depth), 'b/c': this.#value(type.value, depth) }
      default:
        return this.#random.pick(scalars[type.kind] as readonly [unknown, ...unknown[]])
    }
  }
}
