import type { MappingNode, YamlPair } from '../nodes.ts'
import type { YamlMapping } from '../own-property.ts'
import { blockMembers, insertAfter, removeMembers } from './block-members.ts'
import { FlowLayout } from './flow-layout.ts'
import { insertInFlow, pairText } from './insert-in-flow.ts'
import { absent, at, changedKeys } from './mappings.ts'
import { ownPairCounts, ownPairs } from './merges.ts'
import type { Pen } from './pen.ts'
import { removeFromFlow } from './remove-from-flow.ts'
import { type Rewriting, shared } from './rewriting.ts'
import { columnOf, opensLines, type Site, siteOfPair } from './site.ts'
import { pairLines } from './write-block.ts'

/** What happens to the pairs of a mapping, besides changes inside them. */
interface Plan {
  readonly added: [string, unknown][]
  /** Indexes of pairs. */
  readonly gone: Set<number>
}

/** Rewrites the pairs that change; the others are not touched. */
export function rewriteMapping(
  rewriting: Rewriting,
  node: MappingNode,
  old: YamlMapping,
  wanted: YamlMapping,
  site: Site
): void {
  if (node.pairs.length === 0 && opensLines(site, rewriting.pen.isJson)) {
    rewriting.replace(node, wanted, site)
    return
  }
  const plan: Plan = { added: [], gone: new Set() }
  for (const key of changedKeys(old, wanted))
    rewriting.pen.step(key, () => rewriteKey(rewriting, node, key, at(old, key), at(wanted, key), plan))
  if (plan.added.length === 0 && plan.gone.size === 0) return
  const isEmptied = plan.gone.size > 0 && plan.gone.size === node.pairs.length
  if (isEmptied && (!node.flow || plan.added.length > 0)) rewriting.replace(node, wanted, site)
  else if (node.flow) changeFlow(rewriting.pen, node, plan)
  else changeBlock(rewriting.pen, node, plan)
}

function rewriteKey(
  rewriting: Rewriting,
  node: MappingNode,
  key: string,
  old: unknown,
  wanted: unknown,
  plan: Plan
): void {
  const { pen, sharing, draft } = rewriting
  if (sharing.isMerged(node, key, wanted)) return
  const [pair, again] = ownPairs(node, key)
  if (sharing.isShared(node) && !sharing.agreeOnKey(node, key, wanted)) pen.refuse(shared, node.start)
  else if (again !== undefined) pen.refuse('the key stands twice', again.key.start)
  else if (pair === undefined && wanted === absent) pen.refuse(shared, node.start)
  // New, or from a merge that the mapping's own key takes precedence of.
  else if (pair === undefined) plan.added.push([key, draft.settled(wanted)])
  else if (!ownPairCounts(node, pair, key)) pen.refuse('a merge below it sets the key anew', pair.key.start)
  else if (wanted === absent) removePair(rewriting, node, pair, plan)
  else rewriting.value(pair.value, old, wanted, siteOfPair(pen.text, node, pair))
}

function removePair(rewriting: Rewriting, node: MappingNode, pair: YamlPair, { gone }: Plan): void {
  const user = rewriting.userOf([pair.key, pair.value])
  if (user !== undefined) rewriting.pen.refuse(shared, user.start)
  else gone.add(node.pairs.indexOf(pair))
}

function changeBlock(pen: Pen, node: MappingNode, { added, gone }: Plan): void {
  if (gone.size > 0) removeMembers(pen, node, gone)
  const last = blockMembers(pen.text, node).at(-1)
  if (last === undefined || added.length === 0) return
  const column = columnOf(pen.text, node)
  const lines = added.flatMap(([key, value]) => pairLines(key, value, column, pen.style))
  insertAfter(pen, last.end, column, lines)
}

function changeFlow(pen: Pen, node: MappingNode, { added, gone }: Plan): void {
  const layout = new FlowLayout(pen, node)
  const texts = added.map(([key, value]) => pairText(pen, layout, key, value))
  if (layout.hasBrackets) {
    removeFromFlow(pen, layout, gone, added.length > 0)
    const kept = node.pairs.findLastIndex((_, index) => !gone.has(index))
    if (texts.length > 0) insertInFlow(pen, layout, kept, texts, true)
  } else if (gone.size > 0) pen.refuse('it stands in a list without brackets of its own', node.start)
  else {
    pen.write(node.start, node.start, '{')
    pen.write(node.end, node.end, `${texts.map((text) => `, ${text}`).join('')}}`)
  }
}
