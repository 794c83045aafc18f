import { setOwn, type YamlMapping } from '../own-property.ts'
import { type DuplicateKey, maximumDepth, tooDeep, YamlFault } from '../problem.ts'
import { resolvePlain } from '../scalar.ts'
import { AliasBudget } from './alias-budget.ts'
import { isMergeKey, scalarKeyName } from './key.ts'
import type { Maker, OpenList, OpenMapping, Properties } from './maker.ts'
import type { ScalarText } from './node.ts'
import { noAnchor } from './node-maker.ts'
import { resolveScalar } from './tagged-scalar.ts'
import type { Token } from './token.ts'
import { Unsupported, unsupportedKey } from './unsupported.ts'

/** A node that was made into a value. */
export interface Made {
  readonly start: number
  value: unknown
  /** Of a scalar, in case it is a key; undefined for collections. */
  readonly token: Token | undefined
  /** Of a scalar. */
  readonly tag: string
  /** How many nodes go-yaml counts for it, aliases expanded. */
  size: number
  /** Levels of nesting in it, aliases expanded. */
  height: number
  readonly isAlias: boolean
  /** Not yet at its end: an alias to it would hold itself. */
  open: boolean
}

/** Makes the values that sigs.k8s.io/yaml makes, with no tree of nodes in between. */
export class ValueMaker implements Maker<Made> {
  readonly duplicates: DuplicateKey[] = []
  /** Whether a value was met that JSON cannot hold. */
  metUnsupported = false
  readonly #anchors = new Map<string, Made>()
  readonly #budget = new AliasBudget()
  #depth = 0
  /** Deepest level in the collection that was begun last. */
  #deepest = 0

  scalar(token: Token, properties?: Properties): Made {
    const { start } = token
    this.#budget.count(start)
    const tag = properties?.tag ?? ''
    const value = this.#supported(scalarValue(token, tag), token)
    const made = {
      start: properties?.start ?? start,
      value,
      token,
      tag,
      size: 1,
      height: 0,
      isAlias: false,
      open: false
    }
    return this.#register(made, properties)
  }

  #supported(value: unknown, token: Token): unknown {
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    this.metUnsupported = true
    return new Unsupported(token.start, `${token.value} is a number that JSON, and so Kubernetes, cannot hold`)
  }

  alias({ value: name, start }: Token): Made {
    const target = this.#anchors.get(name)
    if (target === undefined) throw noAnchor(name, start)
    if (target.open) throw new YamlFault(start, `the anchor &${name} holds this alias to itself`)
    this.#budget.expand(start, target.size)
    this.#reach(this.#depth + target.height, start)
    return { ...target, start, isAlias: true }
  }

  list(start: number, _flow: boolean, properties?: Properties): OpenList<Made> {
    return this.#begin(new ListValue(this, start), properties)
  }

  mapping(start: number, _flow: boolean, properties?: Properties): OpenMapping<Made> {
    return this.#begin(new MappingValue(this, start), properties)
  }

  #begin<Collection extends OpenValue>(collection: Collection, properties?: Properties): Collection {
    const { start } = collection.made
    collection.outer = this.#deepest
    collection.decoded = this.#budget.decoded
    this.#budget.count(start)
    this.#deepest = 0
    this.#reach(++this.#depth, start)
    this.#register(collection.made, properties)
    return collection
  }

  /** Ends the collection that was begun last. */
  finish({ made, outer, decoded }: OpenValue): Made {
    made.size = this.#budget.decoded - decoded
    made.height = this.#deepest - --this.#depth
    made.open = false
    this.#deepest = Math.max(outer, this.#deepest)
    return made
  }

  #reach(depth: number, offset: number): void {
    if (depth > maximumDepth) throw tooDeep(offset)
    if (depth > this.#deepest) this.#deepest = depth
  }

  #register(made: Made, properties?: Properties): Made {
    if (properties !== undefined && properties.anchor !== '') this.#anchors.set(properties.anchor, made)
    return made
  }

  /** go-yaml does not decode a `<<`, nor the list that it merges. */
  uncount(): void {
    this.#budget.decoded--
  }
}

function scalarValue(token: Token, tag: string): unknown {
  if (tag !== '') return resolveScalar(scalarText(token, tag)).value
  return token.style === 'plain' ? resolvePlain(token.value) : token.value
}

function scalarText({ value: text, style, start: contentStart }: Token, tag: string): ScalarText {
  return { tag, text, style, contentStart }
}

/** A collection while it is read. */
abstract class OpenValue {
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

class ListValue extends OpenValue implements OpenList<Made> {
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

class MappingValue extends OpenValue implements OpenMapping<Made> {
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
