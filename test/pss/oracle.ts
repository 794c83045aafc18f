/** Asks k8s.io/pod-security-admission, through the Go program in `oracle/`, which checks forbid a pod. */
import { spawnSync } from 'node:child_process'
import { goProgram, type Skipped } from '../go-program.ts'

export type Level = 'baseline' | 'restricted'

export interface Question {
  readonly id: string
  /** A Pod or a workload, as the API server would get it: volumes with only a name must already be an emptyDir. */
  readonly object: unknown
  /** Minor versions of Kubernetes 1. */
  readonly versions: readonly number[]
}

export interface Verdict {
  readonly level: Level
  readonly minor: number
  /** Ids of the checks that forbid the pod, sorted. */
  readonly failed: readonly string[]
}

export interface Answer {
  readonly id: string
  /** Why there are no verdicts: the object cannot be decoded, or holds no pod. */
  readonly error?: string
  /** For each version asked: baseline, restricted. */
  readonly verdicts?: readonly Verdict[]
}

export type Oracle = (questions: readonly Question[]) => Answer[]

export async function podSecurityOracle(): Promise<Oracle | Skipped> {
  const binary = await goProgram(new URL('oracle', import.meta.url))
  return typeof binary === 'string' ? (questions) => ask(binary, questions) : binary
}

function ask(binary: string, questions: readonly Question[]): Answer[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n')
  const { status, stdout, stderr } = spawnSync(binary, { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(`the oracle stopped: ${stderr}`)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line))
}
