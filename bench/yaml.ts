/**
 * Parsing YAML: ours against js-yaml and yaml, each in a fresh process on the same Node, in turn. All are bundled and
 * started as the command is, with the compiled code that V8 kept, once without flags and once with those of `bin/v8-flags`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleProgram } from '../scripts/bundle-program.ts'
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
export async function benchYaml(folder: string, rounds: number): Promise<string> {
  const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(' ')
  const bundle = mkdtempSync(join(tmpdir(), 'bulwark-bench-'))
  await bundleProgram(join(root, 'bench/yaml-parse.ts'), bundle)
  const tables = [[], flags].map((used) => comparison(bundle, folder, rounds, used))
  rmSync(bundle, { recursive: true })
  return tables.join('\n')
}

function comparison(bundle: string, folder: string, rounds: number, flags: readonly string[]): string {
  const runs = new Map<string, Parsed[]>(contestants.map((name) => [name, []]))
  for (const name of runs.keys()) parseAll(bundle, name, folder, flags)
  for (let round = 0; round < rounds; round++) {
    for (const [name, parsed] of runs) parsed.push(parseAll(bundle, name, folder, flags))
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

/**
 * The first run of a contestant under some flags leaves its compiled code, for those that follow.
 * @throws Error with the contestant's own words where it fails.
 */
function parseAll(bundle: string, name: string, folder: string, flags: readonly string[]): Parsed {
  const args = [...flags, join(bundle, 'start.cjs'), name, folder]
  const env = { ...process.env, BULWARK_CODE: join(bundle, `${name}-${flags.length}.code`) }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout)
}
