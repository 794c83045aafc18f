import { isMerge, keyName } from '../full/key.ts'
import type { AliasNode, ContentNode, MappingNode, YamlNode, YamlPair } from '../nodes.ts'
import type { YamlMapping } from '../own-property.ts'
import { type Aliases, aliasesIn } from './aliases.ts'
import { removed } from './changed.ts'
import { equal } from './equal.ts'
import { at, isMapping } from './mappings.ts'
import { contentOf, mergedInto, ownPairCounts, reaches } from './merges.ts'

/** What all places want that an anchor's value stands at. */
interface Demands {
  /** The value at each place, what is equal once. */
  readonly wanted: unknown[]
  old: unknown
  /** Whether the anchor itself is one of the places. */
  own: boolean
  readonly merges: Merge[]
}

/** A mapping that an anchor's mapping is merged into, before and after. */
interface Merge {
  readonly into: MappingNode
  readonly wanted: YamlMapping
}

/** Whether the users of an anchor want the same, so that the text of the anchor may be edited for all of them. */
export class Sharing {
  readonly #aliases: Aliases
  readonly #demands = new Map<ContentNode, Demands>()
  readonly #seen = new Set<ContentNode>()
  readonly #staying = new Set<AliasNode>()

  constructor(aliases: Aliases, root: YamlNode, old: unknown, wanted: unknown) {
    this.#aliases = aliases
    if (aliases.size > 0) this.#visit(root, old, wanted)
  }

  isShared(node: ContentNode): boolean {
    return this.#aliases.has(node)
  }

  /** Whether what stands at the alias is still there afterwards. */
  stays(alias: AliasNode): boolean {
    return this.#staying.has(alias)
  }

  /** Whether each place of the node wants it to become `wanted`. */
  agree(node: ContentNode, wanted: unknown): boolean {
    const demands = this.#demands.get(node)
    if (demands === undefined || !demands.own) return false
    const alike = demands.wanted.length === 1 && equal(demands.wanted[0], wanted)
    return alike && (demands.merges.length === 0 || (isMapping(wanted) && this.#mergesAgree(node, demands, wanted)))
  }

  /** As `agree`, for one key of a mapping. */
  agreeOnKey(node: ContentNode, key: string, wanted: unknown): boolean {
    const demands = this.#demands.get(node)
    if (demands === undefined || !demands.own) return false
    return (
      demands.wanted.every((value) => isMapping(value) && equal(at(value, key), wanted)) &&
      this.#mergesAgreeOnKey(node, demands, key, wanted)
    )
  }

  /** Whether editing what is merged into the mapping gives it what it wants at the key. */
  isMerged(mapping: MappingNode, key: string, wanted: unknown): boolean {
    for (const source of mergedInto(mapping)) {
      const demands = this.#demands.get(source)
      if (demands === undefined || !isMapping(demands.old) || !reaches(mapping, source, key)) continue
      if (!equal(at(demands.old, key), wanted) && this.agreeOnKey(source, key, wanted)) return true
    }
    return false
  }

  #mergesAgree(node: ContentNode, demands: Demands, wanted: YamlMapping): boolean {
    const { old } = demands
    if (!isMapping(old)) return false
    return [...new Set([...Object.keys(old), ...Object.keys(wanted)])].every(
      (key) => at(old, key) === at(wanted, key) || this.#mergesAgreeOnKey(node, demands, key, at(wanted, key))
    )
  }

  #mergesAgreeOnKey(node: ContentNode, { merges }: Demands, key: string, wanted: unknown): boolean {
    if (node.kind !== 'mapping') return merges.length === 0
    return merges.every(({ into, wanted: theirs }) => !reaches(into, node, key) || equal(at(theirs, key), wanted))
  }

  #visit(node: YamlNode, old: unknown, wanted: unknown): void {
    if (wanted === removed) return
    if (node.kind === 'alias') this.#staying.add(node)
    const content = contentOf(node)
    if (this.#aliases.has(content)) this.#demand(content, old, wanted, node === content)
    if (old === wanted) {
      // Where nothing changes, one visit says all.
      if (this.#seen.has(content)) return
      this.#seen.add(content)
    }
    if (content.kind === 'sequence' && Array.isArray(old) && Array.isArray(wanted))
      this.#visitList(content.items, old, wanted)
    else if (content.kind === 'mapping' && isMapping(old) && isMapping(wanted)) this.#visitMapping(content, old, wanted)
  }

  #visitList(items: readonly YamlNode[], old: readonly unknown[], wanted: readonly unknown[]): void {
    items.forEach((item, index) => {
      this.#visit(item, old[index], wanted[index])
    })
  }

  #visitMapping(mapping: MappingNode, old: YamlMapping, wanted: YamlMapping): void {
    for (const source of mergedInto(mapping)) {
      if (this.#aliases.has(source)) this.#demandsOf(source).merges.push({ into: mapping, wanted })
      this.#visitPairs(source, old, wanted, (key) => reaches(mapping, source, key))
    }
    this.#visitPairs(mapping, old, wanted, (key, pair) => ownPairCounts(mapping, pair, key))
  }

  #visitPairs(
    mapping: MappingNode,
    old: YamlMapping,
    wanted: YamlMapping,
    counts: (key: string, pair: YamlPair) => boolean
  ): void {
    for (const pair of mapping.pairs) {
      const { key, value } = pair
      // A key cannot become another one.
      if (key.kind === 'alias') this.#demandsOf(key.target).wanted.push(Symbol('key'))
      const name = isMerge(key) ? undefined : keyName(key)
      if (name === undefined || !counts(name, pair)) this.#stay(value)
      else if (Object.hasOwn(wanted, name)) {
        this.#stay(key)
        this.#visit(value, old[name], wanted[name])
      }
    }
  }

  /** Merges, and values that others of the same name replace, are not touched. */
  #stay(node: YamlNode): void {
    for (const alias of aliasesIn(node)) this.#staying.add(alias)
  }

  #demand(node: ContentNode, old: unknown, wanted: unknown, own: boolean): void {
    const demands = this.#demandsOf(node)
    demands.old = old
    if (own) demands.own = true
    if (!demands.wanted.some((value) => equal(value, wanted))) demands.wanted.push(wanted)
  }

  #demandsOf(node: ContentNode): Demands {
    let demands = this.#demands.get(node)
    if (demands === undefined) {
      demands = { wanted: [], old: undefined, own: false, merges: [] }
      this.#demands.set(node, demands)
    }
    return demands
  }
}
