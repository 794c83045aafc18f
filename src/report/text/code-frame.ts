import type { Paint } from '../paint.ts'
import type { SourceLines } from './excerpt.ts'

/** A place to point at, from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

const longestLine = 160

/**
 * The line pointed at, with a caret below the column and a line of context on either side:
 *
 * ```text
 *    20 │       - name: app
 *  ▸ 21 │         securityContext: {privileged: true}
 *       │                                       ^
 *    22 │         image: web:1
 * ```
 */
export function codeFrame(source: SourceLines, { file, line, column }: Place, paint: Paint): string[] {
  const pointed = source.line(file, line)
  if (pointed === undefined) return []
  const width = String(line + 1).length
  const frame: string[] = []
  const before = line > 1 ? source.line(file, line - 1) : undefined
  if (before !== undefined) frame.push(paint.dim(numbered(line - 1, before, width)))
  // A line that no terminal shows whole is cut around its column.
  const from = column > longestLine ? column - Math.floor(longestLine / 2) : 0
  frame.push(
    `${paint.red('▸')} ${String(line).padStart(width)} │ ${printable(pointed.slice(from, from + longestLine))}`
  )
  frame.push(`  ${' '.repeat(width)} │ ${caret(pointed.slice(from), column - from, paint)}`)
  const after = source.line(file, line + 1)
  if (after !== undefined && after.trim() !== '') frame.push(paint.dim(numbered(line + 1, after, width)))
  return frame
}

function numbered(number: number, text: string, width: number): string {
  return `  ${String(number).padStart(width)} │ ${printable(text.slice(0, longestLine))}`
}

function caret(line: string, column: number, paint: Paint): string {
  return printable(line.slice(0, column - 1)).replace(/\S/g, ' ') + paint.red('^')
}

/** Control characters in a manifest must not reach the terminal; a tab takes one column, as it does in a position. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are to be replaced
  return text.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '�')
}
