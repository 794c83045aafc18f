import type { SequenceNode } from '../nodes.ts'
import { insertAfter, insertBefore, removeMembers } from './block-members.ts'
import { FlowLayout } from './flow-layout.ts'
import { insertInFlow, itemText } from './insert-in-flow.ts'
import { type ListPlan, planByIndex, planByValue } from './list-plan.ts'
import { removeFromFlow } from './remove-from-flow.ts'
import { type Rewriting, shared } from './rewriting.ts'
import { columnOf, dashOf, opensLines, type Site, siteOfItem } from './site.ts'
import { itemLines } from './write-block.ts'

/** Rewrites the items that change; the others are not touched. */
export function rewriteList(
  rewriting: Rewriting,
  node: SequenceNode,
  old: readonly unknown[],
  wanted: readonly unknown[],
  site: Site
): void {
  const { pen, draft } = rewriting
  if (node.items.length === 0 && opensLines(site, pen.isJson)) {
    rewriting.replace(node, wanted, site)
    return
  }
  const isDraft = draft.originals.get(wanted) === old
  if (!isDraft) draft.settled(wanted)
  const plan = isDraft ? planByIndex(old, wanted) : planByValue(old, wanted)
  for (const [index, value] of plan.changed)
    pen.step(index, () => {
      const item = node.items[index]
      if (item !== undefined) rewriting.value(item, old[index], value, siteOfItem(pen.text, node, index))
    })
  if (!mayRemove(rewriting, node, plan)) return
  if (node.flow) changeFlow(rewriting, node, plan)
  else if (plan.gone.size === node.items.length) rewriting.replace(node, wanted, site)
  else changeBlock(rewriting, node, plan)
}

function mayRemove(rewriting: Rewriting, node: SequenceNode, { gone }: ListPlan): boolean {
  let may = true
  for (const index of gone) {
    const item = node.items[index]
    const user = item && rewriting.userOf([item])
    if (user === undefined) continue
    may = false
    rewriting.pen.step(index, () => rewriting.pen.refuse(shared, user.start))
  }
  return may
}

function changeFlow({ pen, draft }: Rewriting, node: SequenceNode, { gone, inserted }: ListPlan): void {
  const layout = new FlowLayout(pen, node)
  const last = node.items.findLastIndex((_, index) => !gone.has(index))
  removeFromFlow(pen, layout, gone, inserted.has(last))
  for (const [index, items] of inserted) {
    const texts = items.map((item) => itemText(pen, layout, draft.settled(item)))
    insertInFlow(pen, layout, index, texts, index === last)
  }
}

function changeBlock({ pen, draft }: Rewriting, node: SequenceNode, { gone, inserted }: ListPlan): void {
  if (gone.size > 0) removeMembers(pen, node, gone)
  const column = columnOf(pen.text, node)
  for (const [index, items] of inserted) {
    const lines = items.flatMap((item) => itemLines(draft.settled(item), column, pen.style))
    const before = node.items[index]
    if (before === undefined) insertBefore(pen, dashOf(pen.text, node, 0), column, lines)
    else insertAfter(pen, before, column, lines)
  }
}
