import { spawnSync } from 'node:child_process'
import { goProgram, type Skipped } from '../go-program.ts'
import type { Answer, Variables } from './answer.ts'

/** What the oracle is asked. */
export interface Question {
  readonly variables: Variables
  readonly expressions: readonly string[]
  /** The version 1.minor of Kubernetes; the newest if absent. */
  readonly minor?: number
  /** Asks for the time of an evaluation, measured over this many, in place of its value. */
  readonly iterations?: number
  /** cel-go without what the API server adds to it. */
  readonly plain?: boolean
}

/** The API server's own answers, in the order of the expressions; or why they cannot be had. */
export async function askOracle(question: Question): Promise<readonly Answer[] | Skipped> {
  const program = await goProgram(new URL('oracle', import.meta.url))
  if (typeof program !== 'string') return program
  const { status, stdout, stderr } = spawnSync(program, { input: JSON.stringify(question), maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`)
  return JSON.parse(String(stdout))
}
