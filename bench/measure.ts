import { spawnSync } from 'node:child_process'
import { goProgram } from '../test/go-program.ts'

/** What one run of a command cost. */
export interface Run {
  /** User and system time of the process and its children, in milliseconds. */
  readonly cpu: number
  /** Milliseconds. */
  readonly wall: number
  /** Peak resident set of the largest process, in KiB. */
  readonly memory: number
  /** Bytes written to standard output. */
  readonly output: number
  readonly exit: number
}

export interface Contestant {
  readonly name: string
  readonly command: readonly string[]
  /** Makes ready what the command uses up. */
  readonly prepare?: () => void
}

/**
 * Runs the contestants in turn, so that a machine that slows down slows all of them, after one uncounted round.
 * @throws Error where Go, which builds the measuring program, is missing.
 */
export async function inTurn(contestants: readonly Contestant[], rounds: number): Promise<Map<string, Run[]>> {
  const program = await goProgram(new URL('measure', import.meta.url))
  if (typeof program !== 'string') throw new Error(`cannot measure: ${program.skipped}`)
  const runs = new Map<string, Run[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const { name, command, prepare } of contestants) {
      prepare?.()
      const { stdout, stderr, status } = spawnSync(program, command, { encoding: 'utf8', maxBuffer: 1 << 26 })
      if (status !== 0) throw new Error(`${name}: ${stderr}`)
      if (round > 0) runs.get(name)?.push(JSON.parse(stdout))
    }
  }
  return runs
}

/** The middle value; the mean of the middle two for an even count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
