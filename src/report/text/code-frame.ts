import type { Paint } from '../paint.ts'
import { frameLines, type Place, type Surroundings } from './frame-lines.ts'
import type { SourceLines } from './source-lines.ts'

/** Beside the line itself: the mark, the number's border and the blanks around them. */
const margin = 5
const widestFrame = 160
const around: Surroundings = { lines: 1, within: 1 }

/**
 * The line pointed at, with a caret below the column, and a line on either side where it belongs to the same part of
 * the object, as `frameLines` has them.
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
export function codeFrame(source: SourceLines, place: Place, paint: Paint, width: number | null): string[] {
  const digits = String(place.line + 1).length
  const room = Math.min(widestFrame, width ?? widestFrame) - digits - margin
  return frameLines(source, place, around, room).flatMap(({ number, text, caret }) => {
    const numbered = `${String(number).padStart(digits)} │ ${text}`
    if (caret === null) return [paint.dim(`  ${numbered}`)]
    return [`${paint.red('▸')} ${numbered}`, `  ${' '.repeat(digits)} │ ${' '.repeat(caret)}${paint.red('^')}`]
  })
}
