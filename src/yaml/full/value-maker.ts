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
  /** What a scalar is written as, in case it is a key; undefined for collections. */
  readonly scalar: ScalarText | undefined
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
    const scalar = { tag: properties?.tag ?? '', text: token.value, style: token.style, contentStart: start }
    const value = this.#supported(scalarValue(scalar), scalar)
    const made = { start: properties?.start ?? start, value, scalar, size: 1, height: 0, isAlias: false, open: false }
    return this.#register(made, properties)
  }

  #supported(value: unknown, { text, contentStart }: ScalarText): unknown {
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    this.metUnsupported = true
    return new Unsupported(contentStart, `${text} is a number that JSON, and so Kubernetes, cannot hold`)
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
    const items: unknown[] = []
    const end = this.#begin(start, items, properties)
    return { add: ({ value }) => items.push(value), end }
  }

  mapping(start: number, _flow: boolean, properties?: Properties): OpenMapping<Made> {
    const mapping = new MappingValue(this)
    const end = this.#begin(start, mapping.value, properties)
    return { key: (key) => mapping.takeKey(key), value: (value) => mapping.takeValue(value), end }
  }

  /** Begins a collection; what it returns ends it. */
  #begin(start: number, value: unknown, properties?: Properties): () => Made {
    const { decoded } = this.#budget
    const outer = this.#deepest
    this.#budget.count(start)
    this.#deepest = 0
    this.#reach(++this.#depth, start)
    const made: Made = { start, value, scalar: undefined, size: 1, height: 1, isAlias: false, open: true }
    this.#register(made, properties)
    return () => {
      made.size = this.#budget.decoded - decoded
      made.height = this.#deepest - --this.#depth
      made.open = false
      this.#deepest = Math.max(outer, this.#deepest)
      return made
    }
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

function scalarValue(scalar: ScalarText): unknown {
  if (scalar.tag !== '') return resolveScalar(scalar).value
  return scalar.style === 'plain' ? resolvePlain(scalar.text) : scalar.text
}

/** A mapping while its pairs are read. */
class MappingValue {
  readonly value: YamlMapping = {}
  readonly #maker: ValueMaker
  readonly #names: string[] = []
  readonly #starts: number[] = []
  /** The name of the key at hand; undefined for `<<`. */
  #name: string | Unsupported | undefined

  constructor(maker: ValueMaker) {
    this.#maker = maker
  }

  takeKey({ start, scalar, value }: Made): void {
    if (scalar === undefined) throw new YamlFault(start, 'a key must be text, not a mapping or a list')
    if (isMergeKey(scalar)) {
      this.#maker.uncount()
      this.#name = undefined
      return
    }
    this.#name = (typeof value === 'string' ? value : scalarKeyName(scalar)) ?? unsupportedName(start, scalar.text)
    if (typeof this.#name === 'string') this.#note(this.#name, start)
  }

  #note(name: string, start: number): void {
    const first = Object.hasOwn(this.value, name) ? this.#names.indexOf(name) : -1
    if (first >= 0) this.#maker.duplicates.push({ name, first: this.#starts[first] ?? start, again: start })
    this.#names.push(name)
    this.#starts.push(start)
  }

  takeValue(made: Made): void {
    const name = this.#name
    if (name === undefined) this.#merge(made)
    else if (typeof name === 'string') setOwn(this.value, name, made.value)
    else {
      this.#maker.metUnsupported = true
      Object.assign(this.value, { [unsupportedKey]: name })
    }
  }

  /** `<<`: as in go-yaml v2, merged values replace those of keys that stand before it. */
  #merge({ start, value, isAlias }: Made): void {
    if (Array.isArray(value) && !isAlias) {
      this.#maker.uncount()
      for (const item of value.toReversed()) this.#mergeMapping(start, item)
    } else this.#mergeMapping(start, value)
  }

  #mergeMapping(start: number, merged: unknown): void {
    if (typeof merged !== 'object' || merged === null || Array.isArray(merged) || merged instanceof Unsupported)
      throw new YamlFault(start, '"<<" merges a mapping, or a list of mappings, and nothing else')
    for (const [key, item] of Object.entries(merged)) setOwn(this.value, key, item)
    if (unsupportedKey in merged) Object.assign(this.value, { [unsupportedKey]: merged[unsupportedKey] })
  }
}

function unsupportedName(start: number, text: string): Unsupported {
  const message =
    text === ''
      ? 'a key is missing here; an empty key is written ""'
      : `${text} cannot be a key as it stands: put it in quotes`
  return new Unsupported(start, message)
}
