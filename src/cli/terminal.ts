import { isatty } from 'node:tty'
import { type Paint, plainPaint, terminalPaint } from '../report/paint.ts'

const stdoutNumber = 1
const stderrNumber = 2

/** Colours only where a person looks and has not said no (https://no-color.org). */
export function stdoutPaint(): Paint {
  const refused = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  return !refused && isatty(stdoutNumber) ? terminalPaint : plainPaint
}

/** True where progress on standard error is seen by a person. */
export function stderrIsTerminal(): boolean {
  return isatty(stderrNumber)
}
