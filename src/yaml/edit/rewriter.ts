import type { YamlDocument } from '../document.ts'
import type { AliasNode, ContentNode, MappingNode, SequenceNode, YamlNode, YamlPair } from '../nodes.ts'
import type { YamlMapping } from '../own-property.ts'
import { type Aliases, aliasesOf, aliasFromOutside } from './aliases.ts'
import { blockMembers, insertAfter, insertBefore, removeMembers } from './block-members.ts'
import type { Draft } from './changed.ts'
import { equal } from './equal.ts'
import { FlowCollection } from './flow-members.ts'
import { isMapping } from './is-mapping.ts'
import { type ListPlan, planByIndex, planByValue } from './list-plan.ts'
import { ownPairCounts, ownPairs } from './merges.ts'
import { Pen, type Refusal } from './pen.ts'
import { replaceAlias, replaceNode } from './replace.ts'
import { at, Sharing } from './sharing.ts'
import { columnOf, type Site, siteOfItem, siteOfPair } from './site.ts'
import type { Splice } from './splices.ts'
import { itemLines, pairLines } from './write-block.ts'

/** Several places have their value from one text, and do not all want the change. */
const shared = 'shared'

/** Finds the splices that turn the text of one value into that of another, node by node. */
export class Rewriter {
  readonly #pen: Pen
  readonly #draft: Draft
  readonly #aliases: Aliases
  readonly #sharing: Sharing

  /** @param draft The value wanted, as a draft of the document's. */
  constructor(text: string, { value: old, format, start }: YamlDocument, root: YamlNode, draft: Draft) {
    this.#pen = new Pen(text, start, root, format === 'json')
    this.#draft = draft
    this.#aliases = aliasesOf(text, root)
    this.#sharing = new Sharing(this.#aliases, root, old, draft.root)
    this.#value(root, old, draft.root, { kind: 'root' })
  }

  get splices(): readonly Splice[] {
    return this.#pen.splices
  }

  get refusals(): readonly Refusal[] {
    return this.#pen.refusals
  }

  #value(node: YamlNode, old: unknown, wanted: unknown, site: Site): void {
    if (old === wanted || equal(old, wanted)) return
    if (node.kind === 'alias') this.#alias(node, old, wanted, site)
    else if (!this.#sharing.isShared(node) || this.#sharing.agree(node, wanted)) this.#content(node, old, wanted, site)
    else if (node.kind === 'mapping' && node.pairs.length > 0 && isMapping(old) && isMapping(wanted))
      this.#mapping(node, old, wanted, site)
    else this.#pen.refuse(shared, node.start)
  }

  #content(node: ContentNode, old: unknown, wanted: unknown, site: Site): void {
    if (node.kind === 'mapping' && isMapping(old) && isMapping(wanted)) this.#mapping(node, old, wanted, site)
    else if (node.kind === 'sequence' && Array.isArray(old) && Array.isArray(wanted))
      this.#list(node, old, wanted, site)
    else this.#replace(node, wanted, site)
  }

  /** An anchor that all its users want to change alike is changed where it stands; else the alias makes way. */
  #alias(node: AliasNode, old: unknown, wanted: unknown, site: Site): void {
    if (this.#sharing.agree(node.target, wanted)) return
    if (!isMapping(old) || !isMapping(wanted)) {
      if (Array.isArray(old) && Array.isArray(wanted)) this.#pen.refuse(shared, node.start)
      else this.#replace(node, wanted, site)
      return
    }
    const own = this.#ownEntries(node.target, old, wanted)
    if (own.length > 0) replaceAlias(this.#pen, node, own, site)
  }

  /** What a mapping needs beside the one of an anchor, to be what is wanted. */
  #ownEntries(target: ContentNode, old: YamlMapping, wanted: YamlMapping): [string, unknown][] {
    const own: [string, unknown][] = []
    for (const key of changedKeys(old, wanted))
      this.#pen.step(key, () => {
        const value = at(wanted, key)
        if (this.#sharing.agreeOnKey(target, key, value)) return
        if (Object.hasOwn(wanted, key)) own.push([key, this.#draft.settled(value)])
        else this.#pen.refuse(shared, target.start)
      })
    return own
  }

  #replace(node: YamlNode, wanted: unknown, site: Site): void {
    const user = node.kind === 'alias' ? undefined : this.#userOfInside(node)
    if (user !== undefined) this.#pen.refuse(shared, user.start)
    else {
      const anchor = node.kind !== 'alias' && this.#sharing.isShared(node) ? node.anchor : ''
      replaceNode(this.#pen, node, this.#draft.settled(wanted), site, anchor)
    }
  }

  /** An alias elsewhere to something inside the node, but not to the node itself. */
  #userOfInside(node: ContentNode): AliasNode | undefined {
    if (node.kind === 'mapping') return this.#userOf(node.pairs.flatMap(({ key, value }) => [key, value]))
    return node.kind === 'sequence' ? this.#userOf(node.items) : undefined
  }

  #userOf(nodes: readonly YamlNode[]): AliasNode | undefined {
    return aliasFromOutside(nodes, this.#aliases, (alias) => this.#sharing.stays(alias))
  }

  #mapping(node: MappingNode, old: YamlMapping, wanted: YamlMapping, site: Site): void {
    if (node.pairs.length === 0 && this.#opensLines(site)) {
      this.#replace(node, wanted, site)
      return
    }
    const plan: MappingPlan = { added: [], gone: new Set() }
    const shares = this.#sharing.isShared(node)
    for (const key of changedKeys(old, wanted))
      this.#pen.step(key, () => {
        const value = at(wanted, key)
        if (this.#sharing.isMerged(node, key, value)) return
        if (shares && !this.#sharing.agreeOnKey(node, key, value)) this.#pen.refuse(shared, node.start)
        else this.#key(node, key, old, wanted, plan)
      })
    this.#carryOut(node, plan, wanted, site)
  }

  /** Whether a collection that was empty gets lines of its own. */
  #opensLines({ kind }: Site): boolean {
    return kind !== 'flow' && !this.#pen.isJson
  }

  #key(node: MappingNode, key: string, old: YamlMapping, wanted: YamlMapping, plan: MappingPlan): void {
    const pairs = ownPairs(node, key)
    const [pair] = pairs
    const again = pairs[1]
    if (again !== undefined) this.#pen.refuse('the key stands twice', again.key.start)
    else if (pair === undefined) this.#withoutPair(node, key, wanted, plan)
    else if (!ownPairCounts(node, pair, key)) this.#pen.refuse('a merge below it sets the key anew', pair.key.start)
    else if (Object.hasOwn(wanted, key))
      this.#value(pair.value, old[key], wanted[key], siteOfPair(this.#pen.text, node, pair))
    else this.#remove(node, pair, plan)
  }

  /** A key that is new, or that the mapping has from a merge. */
  #withoutPair(node: MappingNode, key: string, wanted: YamlMapping, plan: MappingPlan): void {
    if (Object.hasOwn(wanted, key)) plan.added.push([key, this.#draft.settled(wanted[key])])
    else this.#pen.refuse(shared, node.start)
  }

  #remove(node: MappingNode, pair: YamlPair, plan: MappingPlan): void {
    const user = this.#userOf([pair.key, pair.value])
    if (user !== undefined) this.#pen.refuse(shared, user.start)
    else plan.gone.add(node.pairs.indexOf(pair))
  }

  #carryOut(node: MappingNode, { added, gone }: MappingPlan, wanted: YamlMapping, site: Site): void {
    if (added.length === 0 && gone.size === 0) return
    const { text } = this.#pen
    const all = gone.size > 0 && gone.size === node.pairs.length
    if (all && (!node.flow || added.length > 0)) this.#replace(node, wanted, site)
    else if (node.flow) this.#carryOutInFlow(node, added, gone)
    else {
      if (gone.size > 0) removeMembers(this.#pen, node, (index) => gone.has(index))
      const column = columnOf(text, node)
      const lines = added.flatMap(([key, value]) => pairLines(key, value, column, this.#pen.style))
      const last = blockMembers(text, node).at(-1)
      if (last !== undefined && lines.length > 0) insertAfter(this.#pen, last.end, column, lines)
    }
  }

  #carryOutInFlow(node: MappingNode, added: MappingPlan['added'], gone: ReadonlySet<number>): void {
    const flow = new FlowCollection(this.#pen, node)
    if (!flow.hasBrackets) {
      const texts = added.map(([key, value]) => flow.pairText(key, value))
      if (gone.size === 0) wrap(this.#pen, node, texts)
      else this.#pen.refuse('it stands in a list without brackets of its own', node.start)
      return
    }
    const kept = node.pairs.findLastIndex((_, index) => !gone.has(index))
    flow.remove((index) => gone.has(index), added.length > 0)
    if (added.length > 0)
      flow.insert(
        kept,
        added.map(([key, value]) => flow.pairText(key, value)),
        true
      )
  }

  #list(node: SequenceNode, old: readonly unknown[], wanted: readonly unknown[], site: Site): void {
    const byIndex = this.#draft.originals.get(wanted) === old
    if (!byIndex) this.#draft.settled(wanted)
    const plan = byIndex ? planByIndex(old, wanted) : planByValue(old, wanted)
    if (node.items.length === 0 && this.#opensLines(site)) {
      this.#replace(node, wanted, site)
      return
    }
    for (const [index, value] of plan.changed)
      this.#pen.step(index, () => {
        const item = node.items[index]
        if (item !== undefined) this.#value(item, old[index], value, siteOfItem(this.#pen.text, node, index))
      })
    if (this.#mayRemove(node, plan)) this.#carryOutList(node, plan, wanted, site)
  }

  #mayRemove(node: SequenceNode, { gone }: ListPlan): boolean {
    let may = true
    for (const index of gone) {
      const item = node.items[index]
      const user = item && this.#userOf([item])
      if (user === undefined) continue
      may = false
      this.#pen.step(index, () => this.#pen.refuse(shared, user.start))
    }
    return may
  }

  #carryOutList(node: SequenceNode, { gone, inserted }: ListPlan, wanted: readonly unknown[], site: Site): void {
    if (node.flow) {
      const flow = new FlowCollection(this.#pen, node)
      const last = node.items.findLastIndex((_, index) => !gone.has(index))
      flow.remove((index) => gone.has(index), inserted.has(last))
      for (const [index, items] of inserted)
        flow.insert(
          index,
          items.map((item) => flow.itemText(this.#draft.settled(item))),
          index === last
        )
      return
    }
    if (gone.size === node.items.length) {
      this.#replace(node, wanted, site)
      return
    }
    if (gone.size > 0) removeMembers(this.#pen, node, (index) => gone.has(index))
    const column = columnOf(this.#pen.text, node)
    for (const [index, items] of inserted) {
      const lines = items.flatMap((item) => itemLines(this.#draft.settled(item), column, this.#pen.style))
      this.#insertItems(node, index, column, lines)
    }
  }

  #insertItems(node: SequenceNode, index: number, column: number, lines: readonly string[]): void {
    const before = node.items[index]
    const [first] = blockMembers(this.#pen.text, node)
    if (before !== undefined) insertAfter(this.#pen, before, column, lines)
    else if (first !== undefined) insertBefore(this.#pen, first, column, lines)
  }
}

interface MappingPlan {
  readonly added: [string, unknown][]
  /** Indexes of pairs. */
  readonly gone: Set<number>
}

/** Puts the mapping of `[key: value]` in brackets, with more pairs. */
function wrap(pen: Pen, { start, end }: MappingNode, texts: readonly string[]): void {
  pen.write(start, start, '{')
  pen.write(end, end, `${texts.map((text) => `, ${text}`).join('')}}`)
}

function changedKeys(old: YamlMapping, wanted: YamlMapping): string[] {
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(wanted, key))
  const set = Object.keys(wanted).filter((key) => !Object.hasOwn(old, key) || old[key] !== wanted[key])
  return [...gone, ...set]
}
