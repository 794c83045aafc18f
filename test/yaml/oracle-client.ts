/** Asks the Go program in `oracle/` what Kubernetes' own libraries make of YAML. */
import { spawnSync } from 'node:child_process'
import { goProgram, type Skipped } from '../go-program.ts'

export interface Answer {
  readonly id: number
  readonly json?: string
  readonly documents?: readonly string[]
  readonly error?: string
  readonly ambiguous?: boolean
}

export interface Oracle {
  /** One document each, by sigs.k8s.io/yaml. */
  documents(texts: readonly string[]): Answer[]
  /** Whole streams, as kubectl reads files. */
  streams(texts: readonly string[]): Answer[]
}

export async function yamlOracle(): Promise<Oracle | Skipped> {
  const program = await goProgram(new URL('./oracle', import.meta.url))
  if (typeof program !== 'string') return program
  return {
    documents: (texts) => ask(program, texts, false),
    streams: (texts) => ask(program, texts, true)
  }
}

function ask(program: string, texts: readonly string[], stream: boolean): Answer[] {
  const input = texts.map((text, id) => `${JSON.stringify({ id, text, stream })}\n`).join('')
  const { stdout, stderr, status } = spawnSync(program, { input, maxBuffer: 2 ** 30, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the YAML oracle failed: ${stderr}`)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer)
}
