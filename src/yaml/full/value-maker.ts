import { type DuplicateKey, maximumDepth, tooDeep, YamlFault } from '../problem.ts'
import { resolvePlain } from '../scalar.ts'
import { AliasBudget } from './alias-budget.ts'
import { type Made, scalarText } from './made.ts'
import type { Maker, OpenList, OpenMapping, Properties } from './maker.ts'
import { noAnchor } from './node-maker.ts'
import { ListValue, MappingValue, type OpenValue } from './open-value.ts'
import { resolveScalar } from './tagged-scalar.ts'
import type { Token } from './token.ts'
import { Unsupported } from './unsupported.ts'

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
