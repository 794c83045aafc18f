/**
 * Parsing YAML: ours against js-yaml and yaml, each in a fresh process on the same Node with the same flags, in turn.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './measure.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '..')
const contestants = ['bulwark', 'js-yaml', 'yaml'] as const

interface Parsed {
  /** CPU milliseconds of the first pass over all files, and of the tenth. */
  readonly cold: number
  readonly warm: number
  readonly files: number
  readonly megabytes: number
  /** Files that the parser refused whole. */
  readonly refused: number
}

/** @param folder Any folder with manifests. */
export function benchYaml(folder: string, rounds: number): string {
  const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(' ')
  return [[], flags].map((used) => comparison(folder, rounds, used)).join('\n')
}

function comparison(folder: string, rounds: number, flags: readonly string[]): string {
  const runs = new Map<string, Parsed[]>(contestants.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, parsed] of runs) parsed.push(parseAll(name, folder, flags))
  }
  const own = runs.get('bulwark') ?? []
  const rows = [...runs].map(([name, parsed]) => [
    name,
    ...(['cold', 'warm'] as const).flatMap((pass) => {
      const cpu = median(parsed.map((run) => run[pass]))
      return [cpu.toFixed(0), (cpu / median(own.map((run) => run[pass]))).toFixed(1)]
    }),
    String(parsed[0]?.refused)
  ])
  const [first] = own
  const subject = `${first?.files} files, ${first?.megabytes.toFixed(1)} MB, ${rounds} runs each, medians`
  const started = flags.length === 0 ? 'Node without flags' : `Node with ${flags.join(' ')}`
  return `${subject}, ${started}\n${table([['', 'cold CPU ms', 'of ours', 'warm CPU ms', 'of ours', 'files refused'], ...rows])}`
}

/** @throws Error with the contestant's own words where it fails. */
function parseAll(name: string, folder: string, flags: readonly string[]): Parsed {
  const args = [...flags, join(root, 'bench/yaml-parse.ts'), name, folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout)
}
