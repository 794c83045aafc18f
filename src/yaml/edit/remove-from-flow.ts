import { commentsBetween } from './comments.ts'
import type { FlowLayout, FlowMember } from './flow-layout.ts'
import type { Pen } from './pen.ts'
import { breakBefore, lineEnd, lineKind, lineStart, marginAt } from './text-lines.ts'

/** Members that stand one behind the other, and all go. */
interface Run {
  readonly first: number
  readonly last: number
  readonly members: readonly FlowMember[]
  readonly start: number
  readonly end: number
}

/**
 * Removes members of a collection in brackets. Comments stay.
 *
 * @param inserts Whether others are written behind the last one that stays.
 */
export function removeFromFlow(pen: Pen, layout: FlowLayout, gone: ReadonlySet<number>, inserts: boolean): void {
  for (const run of runsOf(layout, gone)) {
    const before = layout.members[run.first - 1]
    const after = layout.members[run.last + 1]
    if (before === undefined && after === undefined) removeBetween(pen, layout, run, layout.open, layout.close)
    else if (hasOwnLines(pen.text, layout, run)) removeLines(pen, layout, run, inserts)
    else if (before !== undefined) removeBetween(pen, layout, run, before.end, run.end)
    else if (after !== undefined) removeBetween(pen, layout, run, run.start, after.start)
  }
}

function runsOf({ members }: FlowLayout, gone: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  for (let first = 0; first < members.length; first++) {
    if (!gone.has(first)) continue
    let last = first
    while (gone.has(last + 1)) last++
    const those = members.slice(first, last + 1)
    runs.push({ first, last, members: those, start: those[0]?.start ?? 0, end: those.at(-1)?.end ?? 0 })
    first = last
  }
  return runs
}

function removeBetween(pen: Pen, layout: FlowLayout, { first, members }: Run, start: number, end: number): void {
  const comments = commentsBetween(pen.text, nodesOf(members), start, end)
  const margin = comments.length === 0 ? '' : marginAt(pen.text, layout.members[0]?.start ?? start)
  const lines = comments.map((comment) => ` ${comment}${pen.style.lineBreak}${margin}`)
  const before = layout.members[first - 1]
  const gap = before !== undefined && lines.length === 0 ? layout.gapBehind(before) : ''
  pen.write(start, end, gap + lines.join(''))
}

/** Whether nothing else stands on the lines of these members. */
function hasOwnLines(text: string, layout: FlowLayout, { first, last, end }: Run): boolean {
  const comma = layout.commaBehind(last)
  if (!layout.hasOwnLine(first) || comma > lineEnd(text, end)) return false
  return lineKind(text, comma < 0 ? end : comma + 1) !== 'content'
}

function removeLines(pen: Pen, layout: FlowLayout, { first, last, members, start, end }: Run, inserts: boolean): void {
  const { text } = pen
  const from = lineStart(text, start)
  const to = lineEnd(text, end)
  const margin = text.slice(from, start)
  const comma = layout.commaBehind(first - 1)
  const isLast = last === layout.members.length - 1
  // The last member had no comma behind it, so that the one before it needs none.
  if (!inserts && isLast && layout.commaBehind(last) < 0 && comma >= 0) pen.write(comma, comma + 1, '')
  const comments = commentsBetween(text, nodesOf(members), from, to)
  pen.write(breakBefore(text, from), to, pen.broken(comments.map((comment) => margin + comment)))
}

function nodesOf(members: readonly FlowMember[]) {
  return members.flatMap(({ nodes }) => nodes)
}
