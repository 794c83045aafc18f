import { setOwn, type YamlMapping } from '../own-property.ts'
import { YamlFault } from '../problem.ts'
import { isMergeKey, scalarKeyName } from './key.ts'
import { type Made, scalarText } from './made.ts'
import type { OpenList, OpenMapping } from './maker.ts'
import { Unsupported, unsupportedKey } from './unsupported.ts'
import type { ValueMaker } from './value-maker.ts'

/** A collection while it is read. */
export abstract class OpenValue {
  readonly made: Made
  /** What the maker counted up to where it begins: the deepest level around it, and nodes. */
  outer = 0
  decoded = 0
  protected readonly maker: ValueMaker

  constructor(maker: ValueMaker, start: number, value: unknown) {
    this.maker = maker
    this.made = { start, value, token: undefined, tag: '', size: 1, height: 1, isAlias: false, open: true }
  }

  end(): Made {
    return this.maker.finish(this)
  }
}

/** A list while its items are read. */
export class ListValue extends OpenValue implements OpenList<Made> {
  readonly #items: unknown[]

  constructor(maker: ValueMaker, start: number) {
    const items: unknown[] = []
    super(maker, start, items)
    this.#items = items
  }

  add({ value }: Made): void {
    this.#items.push(value)
  }
}

/** A mapping while its pairs are read. */
export class MappingValue extends OpenValue implements OpenMapping<Made> {
  readonly #value: YamlMapping
  /** The keys so far: the name of each, and where it stands. */
  readonly #keys: (string | number)[] = []
  /** The name of the key at hand; undefined for `<<`. */
  #name: string | Unsupported | undefined

  constructor(maker: ValueMaker, start: number) {
    const value: YamlMapping = {}
    super(maker, start, value)
    this.#value = value
  }

  key({ start, token, tag, value }: Made): void {
    if (token === undefined) throw new YamlFault(start, 'a key must be text, not a mapping or a list')
    // Most keys are text and nothing else; what else they may be, the rules for scalars say.
    if (typeof value === 'string' && value !== '<<') {
      this.#take(value, start)
      return
    }
    const scalar = scalarText(token, tag)
    if (isMergeKey(scalar)) {
      this.maker.uncount()
      this.#name = undefined
    } else {
      const name = typeof value === 'string' ? value : scalarKeyName(scalar)
      if (name === undefined) this.#name = unsupportedName(start, scalar.text)
      else this.#take(name, start)
    }
  }

  #take(name: string, start: number): void {
    this.#name = name
    const keys = this.#keys
    const first = Object.hasOwn(this.#value, name) ? keys.indexOf(name) : -1
    if (first >= 0) this.maker.duplicates.push({ name, first: keys[first + 1] as number, again: start })
    keys.push(name, start)
  }

  value(made: Made): void {
    const name = this.#name
    if (name === undefined) this.#merge(made)
    else if (typeof name === 'string') setOwn(this.#value, name, made.value)
    else {
      this.maker.metUnsupported = true
      Object.assign(this.#value, { [unsupportedKey]: name })
    }
  }

  /** `<<`: as in go-yaml v2, merged values replace those of keys that stand before it. */
  #merge({ start, value, isAlias }: Made): void {
    if (Array.isArray(value) && !isAlias) {
      this.maker.uncount()
      for (const item of value.toReversed()) this.#mergeMapping(start, item)
    } else this.#mergeMapping(start, value)
  }

  #mergeMapping(start: number, merged: unknown): void {
    if (typeof merged !== 'object' || merged === null || Array.isArray(merged) || merged instanceof Unsupported)
      throw new YamlFault(start, '"<<" merges a mapping, or a list of mappings, and nothing else')
    for (const [key, item] of Object.entries(merged)) setOwn(this.#value, key, item)
    if (unsupportedKey in merged) Object.assign(this.#value, { [unsupportedKey]: merged[unsupportedKey] })
  }
}

function unsupportedName(start: number, text: string): Unsupported {
  const message =
    text === ''
      ? 'a key is missing here; an empty key is written ""'
      : `${text} cannot be a key as it stands: put it in quotes`
  return new Unsupported(start, message)
}
