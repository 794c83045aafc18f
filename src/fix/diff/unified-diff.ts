import { type ChangedLines, changedLines } from './changed-lines.ts'

/** Lines shown before and after each change. */
const context = 3

/**
 * A unified diff as `git apply` and `patch -p1` take it (POSIX diff -u, with git's prefixes and quoting of names). Empty
 * where the texts are the same.
 * @param name Of the file, with slashes.
 * @param before Null where the file is new.
 */
export function unifiedDiff(name: string, before: string | null, after: string): string {
  if (before === after) return ''
  const oldLines = linesOf(before ?? '')
  const newLines = linesOf(after)
  const oldName = before === null ? '/dev/null' : headerName(`a/${name}`)
  let text = `--- ${oldName}\n+++ ${headerName(`b/${name}`)}\n`
  for (const group of grouped(changedLines(oldLines, newLines))) text += hunk(group, oldLines, newLines)
  return text
}

/** With their ends; only the last may have none. A line ends at LF, as it does for those who read diffs. */
function linesOf(text: string): string[] {
  const lines = text.split('\n')
  const last = lines.pop()
  const ended = lines.map((line) => `${line}\n`)
  if (last !== undefined && last !== '') ended.push(last)
  return ended
}

/** Changes that are so near each other that their context overlaps go into one hunk. */
function grouped(changes: readonly ChangedLines[]): ChangedLines[][] {
  const groups: ChangedLines[][] = []
  for (const change of changes) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && change.oldStart - last.oldEnd <= 2 * context) group.push(change)
    else groups.push([change])
  }
  return groups
}

function hunk(changes: readonly ChangedLines[], oldLines: readonly string[], newLines: readonly string[]): string {
  const [first] = changes
  const last = changes.at(-1)
  if (first === undefined || last === undefined) return ''
  const lead = Math.min(context, first.oldStart)
  const trail = Math.min(context, oldLines.length - last.oldEnd)
  const oldStart = first.oldStart - lead
  const newStart = first.newStart - lead
  const oldCount = last.oldEnd + trail - oldStart
  const newCount = last.newEnd + trail - newStart
  let text = `@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@\n`
  let at = oldStart
  for (const { oldStart: start, oldEnd, newStart: from, newEnd } of changes) {
    text +=
      marked(' ', oldLines, at, start) + marked('-', oldLines, start, oldEnd) + marked('+', newLines, from, newEnd)
    at = oldEnd
  }
  return text + marked(' ', oldLines, at, last.oldEnd + trail)
}

/** An empty range is named by the line before it. */
function range(start: number, count: number): string {
  const first = count === 0 ? start : start + 1
  return count === 1 ? String(first) : `${first},${count}`
}

function marked(mark: string, lines: readonly string[], from: number, to: number): string {
  let text = ''
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? ''
    text += line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`
  }
  return text
}

/** git quotes names with control characters, quotes and backslashes as C does; a tab ends a name that holds a space. */
function headerName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be quoted.
  if (/[\u0000-\u001f\u007f"\\]/.test(name)) return quoted(name)
  return name.includes(' ') ? `${name}\t` : name
}

function quoted(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be quoted.
  return `"${name.replace(/[\u0000-\u001f\u007f"\\]/g, escaped)}"`
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`
  const short = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[character]
  return short ?? `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
}
