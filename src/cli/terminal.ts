import { fstatSync } from 'node:fs'
import { type Paint, plainPaint, terminalPaint } from '../report/paint.ts'

const stdoutNumber = 1
const stderrNumber = 2

/** Colours only where a person looks and has not said no (https://no-color.org). */
export function stdoutPaint(): Paint {
  const refused = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  return !refused && isTerminal(stdoutNumber) ? terminalPaint : plainPaint
}

/** True where progress on standard error is seen by a person. */
export function stderrIsTerminal(): boolean {
  return isTerminal(stderrNumber)
}

/** Loading node:tty takes milliseconds, and what is no character device is no terminal. */
function isTerminal(file: number): boolean {
  try {
    return fstatSync(file).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(file)
  } catch {
    return false
  }
}
