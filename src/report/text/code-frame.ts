import type { Paint } from '../paint.ts'
import { excerptOf } from './excerpt.ts'
import type { SourceLines } from './source-lines.ts'

/** A place to point at, from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Beside the line itself: the mark, the number's border and the blanks around them. */
const margin = 5
const widestFrame = 160

/**
 * The line pointed at, with a caret below the column, and a line on either side where it belongs to the same part of
 * the object: the key or a sibling before it, a sibling or a child behind it. What may be a secret's value is not
 * shown, nor are lines of other objects, which could hold some.
 *
 * ```text
 *    20 │       - name: app
 *  ▸ 21 │         securityContext: {privileged: true}
 *       │                                       ^
 *    22 │         image: web:1
 * ```
 *
 * @param width In columns, or null where nothing limits it.
 */
export function codeFrame(
  source: SourceLines,
  { file, line, column }: Place,
  paint: Paint,
  width: number | null
): string[] {
  const pointed = source.line(file, line)
  if (pointed === undefined) return []
  const digits = String(line + 1).length
  const room = Math.min(widestFrame, width ?? widestFrame) - digits - margin
  const numbered = (number: number, text: string): string => `${String(number).padStart(digits)} │ ${text}`
  const context = (number: number, belongs: (other: number, own: number) => boolean): string[] => {
    const text = source.line(file, number) ?? ''
    if (text.trim() === '' || !belongs(indentationOf(text), indentationOf(pointed))) return []
    return [paint.dim(`  ${numbered(number, excerptOf(text, 1, room).text)}`)]
  }
  const { text, caret } = excerptOf(pointed, column, room)
  return [
    ...context(line - 1, (before, own) => before <= own),
    `${paint.red('▸')} ${numbered(line, text)}`,
    `  ${' '.repeat(digits)} │ ${' '.repeat(caret)}${paint.red('^')}`,
    ...context(line + 1, (after, own) => after >= own)
  ]
}

function indentationOf(line: string): number {
  return line.search(/\S|$/)
}
