/**
 * `bulwark scan` as `bin/bulwark` starts it, and otherwise, as whole commands: the figures of
 * docs/adr/0004-bundle-and-v8-flags.md.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contestant, inTurn, median, type Run } from './measure.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/node/bin/node')

/** Flags that looked promising and were not; measured on, since the next V8 may differ. */
const rejected = [
  '--single-threaded',
  '--max-semi-space-size=32',
  '--max-semi-space-size=2',
  '--no-single-threaded-gc',
  '--always-sparkplug',
  '--no-maglev',
  '--maglev-loop-peeling'
]

/** @param folder Any folder with manifests. */
export async function benchFlags(folder: string, rounds: number): Promise<string> {
  const caches = mkdtempSync(join(tmpdir(), 'bulwark-compiled-'))
  const runs = await inTurn(contestants(['scan', folder, '-o', 'json'], caches), rounds)
  rmSync(caches, { recursive: true })
  const rows = [...runs].map(([name, all]) => row(name, all))
  return `${rounds} runs each, medians\n${table([['', 'CPU ms', 'wall ms', 'peak MB'], ...rows])}`
}

function contestants(args: readonly string[], caches: string): Contestant[] {
  const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(' ')
  const bundle = join(root, 'dist/current/start.cjs')
  // V8 takes no code that was compiled under other flags, so each contestant keeps its own, from the uncounted round.
  const started = (name: string, options: readonly string[]): Contestant => ({
    name,
    command: ['env', `BULWARK_CODE=${join(caches, name)}`, node, ...options, bundle, ...args]
  })
  return [
    started('as bin/bulwark does', flags),
    started('without flags', []),
    started('with --no-turbofan alone', ['--no-turbofan']),
    ...rejected.map((flag) => started(`with ${flag}`, [...flags, ...flag.split(' ')])),
    { name: 'without compiled code kept', command: ['env', 'BULWARK_CODE=/dev/null', node, ...flags, bundle, ...args] },
    { name: 'without a bundle', command: [node, ...flags, join(root, 'src/cli/main.ts'), ...args] }
  ]
}

function row(name: string, runs: readonly Run[]): string[] {
  const middle = (value: (run: Run) => number): number => median(runs.map(value))
  return [
    name,
    middle(({ cpu }) => cpu).toFixed(0),
    middle(({ wall }) => wall).toFixed(0),
    (middle(({ memory }) => memory) / 1024).toFixed(0)
  ]
}
