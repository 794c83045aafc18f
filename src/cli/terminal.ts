import { fstatSync } from 'node:fs'
import { type Paint, plainPaint, terminalPaint } from '../report/paint.ts'

const stdoutNumber = 1
const stderrNumber = 2

/** On a narrower terminal lines break where they will. */
const narrowest = 40

/** Colours only where a person looks and has not said no (https://no-color.org). */
export function stdoutPaint(): Paint {
  return paintFor(stdoutNumber)
}

/** The same for what is said beside the output. */
export function stderrPaint(): Paint {
  return paintFor(stderrNumber)
}

function paintFor(file: number): Paint {
  const refused = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb'
  return !refused && isTerminal(file) ? terminalPaint : plainPaint
}

/** How many columns standard output shows; null where it is no terminal, and nothing limits a line. */
export function stdoutWidth(): number | null {
  if (!isTerminal(stdoutNumber)) return null
  const { columns } = process.stdout
  return columns > 0 ? Math.max(columns, narrowest) : null
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
