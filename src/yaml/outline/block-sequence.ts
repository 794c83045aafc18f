import { HASH, SPACE } from '../characters.ts'
import { isItem, lineEnd, type Region } from './block-mapping.ts'
import { type Entry, Uncertain } from './entry.ts'

/**
 * The items of a block sequence.
 *
 * @throws Uncertain where lines and the items that were read do not match one to one.
 */
export function blockSequence(region: Region, value: readonly unknown[]): Entry[] {
  const { text, lines, to } = region
  const column = region.start - lines.start(region.line)
  const items: Entry[] = []
  let { line, start } = region
  while (line < to) {
    if (!isItem(text, start)) throw new Uncertain()
    const next = nextItem(region, line, column)
    items.push(itemAt(region, start, line, next, value[items.length]))
    line = next
    start = lines.start(line) + column
  }
  if (items.length !== value.length) throw new Uncertain()
  return items
}

function nextItem({ lines, to }: Region, line: number, column: number): number {
  for (let next = line + 1; next < to; next++) {
    const found = lines.column(next)
    if (found === -1 || found > column) continue
    if (found < column) throw new Uncertain()
    return next
  }
  return to
}

function itemAt({ text, lines }: Region, dash: number, line: number, to: number, value: unknown): Entry {
  const end = lineEnd(text, lines, line)
  let start = dash + 1
  while (start < end && text.charCodeAt(start) === SPACE) start++
  if (start < end && text.charCodeAt(start) !== HASH) return { value, key: -1, start, line, to, children: undefined }
  const first = lines.nextContent(line + 1, to)
  if (first === to) throw new Uncertain()
  return { value, key: -1, start: lines.start(first) + lines.column(first), line: first, to, children: undefined }
}
