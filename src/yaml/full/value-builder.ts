import { setOwn, type YamlMapping } from '../own-property.ts'
import { type DuplicateKey, maximumDepth, tooDeep, YamlFault } from '../problem.ts'
import { AliasBudget } from './alias-budget.ts'
import { isMerge, keyName } from './key.ts'
import type { AliasNode, ContentNode, MappingNode, ScalarNode, YamlNode, YamlPair } from './node.ts'
import { resolveScalar } from './tagged-scalar.ts'
import { refuseUnsupported, Unsupported, unsupportedKey } from './unsupported.ts'

export interface BuiltValue {
  readonly value: unknown
  readonly duplicates: readonly DuplicateKey[]
}

/** Turns a tree of nodes into the value that sigs.k8s.io/yaml makes of it. */
export function buildValue(root: YamlNode): BuiltValue {
  const builder = new ValueBuilder()
  const value = builder.value(root)
  if (builder.metUnsupported) refuseUnsupported(value)
  return { value, duplicates: builder.duplicates }
}

/** What decoding a node gave: aliases share it instead of decoding the node again. */
interface Decoded {
  readonly value: unknown
  /** How many nodes go-yaml counts for it, aliases expanded. */
  readonly size: number
  /** Levels of nesting in it, aliases expanded. */
  readonly height: number
}

class ValueBuilder {
  readonly duplicates: DuplicateKey[] = []
  metUnsupported = false
  readonly #budget = new AliasBudget()
  readonly #decoded = new Map<YamlNode, Decoded>()
  readonly #open = new Set<YamlNode>()
  #depth = 0
  /** Deepest level reached since the last reset, to measure heights. */
  #deepest = 0

  value(node: YamlNode): unknown {
    if (node.kind === 'alias') return this.#alias(node)
    const known = node.anchor === '' ? undefined : this.#decoded.get(node)
    this.#budget.count(node.start, known?.size)
    if (known !== undefined) return known.value
    return node.anchor === '' ? this.#content(node) : this.#anchored(node).value
  }

  #content(node: ContentNode): unknown {
    if (node.kind === 'scalar') return this.#scalar(node)
    this.#enter(1, node.start)
    const value = node.kind === 'mapping' ? this.#mapping(node) : node.items.map((item) => this.value(item))
    this.#depth--
    return value
  }

  #enter(levels: number, offset: number): void {
    this.#depth += levels
    if (this.#depth > maximumDepth) throw tooDeep(offset)
    if (this.#depth > this.#deepest) this.#deepest = this.#depth
  }

  #anchored(node: ContentNode): Decoded {
    const outer = this.#deepest
    const before = this.#budget.decoded
    this.#deepest = this.#depth
    this.#open.add(node)
    const value = this.#content(node)
    this.#open.delete(node)
    const decoded = { value, size: 1 + this.#budget.decoded - before, height: this.#deepest - this.#depth }
    this.#deepest = Math.max(outer, this.#deepest)
    this.#decoded.set(node, decoded)
    return decoded
  }

  #alias({ start, name, target }: AliasNode): unknown {
    if (this.#open.has(target)) throw new YamlFault(start, `the anchor &${name} holds this alias to itself`)
    const known = this.#decoded.get(target) ?? this.#budget.aside(() => this.#anchored(target))
    this.#budget.expand(start, known.size)
    this.#enter(known.height, start)
    this.#depth -= known.height
    return known.value
  }

  #scalar(node: ScalarNode): unknown {
    const { value } = resolveScalar(node)
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    this.metUnsupported = true
    return new Unsupported(node.contentStart, `${node.text} is a number that JSON, and so Kubernetes, cannot hold`)
  }

  #mapping(node: MappingNode): YamlMapping {
    const mapping: YamlMapping = {}
    const keys = new Map<string, number>()
    for (const pair of node.pairs) {
      if (isMerge(pair.key)) this.#merge(pair.value, mapping)
      else this.#addPair(mapping, pair, keys)
    }
    return mapping
  }

  #addPair(mapping: YamlMapping, { key, value }: YamlPair, keys: Map<string, number>): void {
    const name = this.#key(key)
    const content = this.value(value)
    if (name instanceof Unsupported) {
      this.metUnsupported = true
      Object.assign(mapping, { [unsupportedKey]: name })
      return
    }
    const first = keys.get(name)
    if (first === undefined) keys.set(name, key.start)
    else this.duplicates.push({ name, first, again: key.start })
    setOwn(mapping, name, content)
  }

  #key(node: YamlNode): string | Unsupported {
    this.value(node)
    const scalar = node.kind === 'alias' ? node.target : node
    if (scalar.kind !== 'scalar') throw new YamlFault(node.start, 'a key must be text, not a mapping or a list')
    return keyName(scalar) ?? new Unsupported(node.start, unsupportedKeyMessage(scalar.text))
  }

  /** `<<`: as in go-yaml v2, merged values replace those of keys that stand before it. */
  #merge(node: YamlNode, into: YamlMapping): void {
    if (node.kind === 'sequence') {
      for (const item of node.items.toReversed()) this.#mergeMapping(item, into)
    } else this.#mergeMapping(node, into)
  }

  #mergeMapping(node: YamlNode, into: YamlMapping): void {
    const target = node.kind === 'alias' ? node.target : node
    if (target.kind !== 'mapping')
      throw new YamlFault(node.start, '"<<" merges a mapping, or a list of mappings, and nothing else')
    const merged = this.value(node) as YamlMapping
    for (const key of Object.keys(merged)) setOwn(into, key, merged[key])
    if (unsupportedKey in merged) Object.assign(into, { [unsupportedKey]: Reflect.get(merged, unsupportedKey) })
  }
}

function unsupportedKeyMessage(text: string): string {
  return text === ''
    ? 'a key is missing here; an empty key is written ""'
    : `${text} cannot be a key as it stands: put it in quotes`
}
