import type { Paint } from '../paint.ts'
import { wrap } from './wrap.ts'

/** One verdict: what stands before it, what it says, and the control that says so. */
export interface Verdict {
  readonly head: string
  readonly text: string
  readonly control: string
}

export interface VerdictLine {
  /** Null for a line that continues the one before. */
  readonly head: string | null
  readonly line: string
}

const gap = 2

/**
 * Message and control of each verdict, the controls in a column of their own where that fits; else at the right edge,
 * and below messages that fill their lines.
 * @param room In columns, or null where nothing limits it.
 */
export function verdictLines(verdicts: readonly Verdict[], room: number | null, paint: Paint): VerdictLine[] {
  const textWidth = Math.max(...verdicts.map(({ text }) => text.length))
  const controlWidth = Math.max(...verdicts.map(({ control }) => control.length))
  if (room === null || textWidth + gap + controlWidth <= room) {
    const between = ' '.repeat(gap)
    return verdicts.map(({ head, text, control }) => ({
      head,
      line: text.padEnd(textWidth) + between + paint.dim(control)
    }))
  }
  return verdicts.flatMap(({ head, text, control }) =>
    flushRight(text, control, room, paint).map((line, index) => ({ head: index === 0 ? head : null, line }))
  )
}

function flushRight(text: string, control: string, room: number, paint: Paint): string[] {
  const lines = wrap(text, room)
  const last = lines.at(-1) ?? ''
  const fits = last.length + gap + control.length <= room
  const edge = Math.max(0, room - control.length)
  if (!fits) return [...lines, ' '.repeat(edge) + paint.dim(control)]
  return [...lines.slice(0, -1), last.padEnd(edge) + paint.dim(control)]
}
