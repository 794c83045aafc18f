/**
 * Benchmarks, each against a peer or a floor in the same run: `make bench ARGS="PART [FOLDER] [--rounds N]"`.
 * `cluster` takes how many objects there are instead of a folder.
 */
import { parseArgs } from 'node:util'
import { benchCel } from './cel.ts'
import { benchCluster } from './cluster.ts'
import { benchEdit } from './edit.ts'
import { benchFix } from './fix.ts'
import { benchFlags } from './flags.ts'
import { benchScan } from './scan.ts'
import { benchYaml } from './yaml.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '11' } }
})
const [part = 'scan', folder = 'samples'] = positionals
const rounds = Number(values.rounds)

const parts = new Map<string, () => Promise<string> | string>([
  ['cluster', () => benchCluster(Number(positionals[1] ?? 10_000), rounds)],
  ['cel', () => benchCel(rounds)],
  ['scan', () => benchScan(folder, rounds)],
  ['fix', () => benchFix(folder, rounds)],
  ['yaml', () => benchYaml(folder, rounds)],
  ['edit', () => benchEdit(folder, rounds)],
  ['flags', () => benchFlags(folder, rounds)]
])
const chosen = parts.get(part)
if (chosen === undefined) {
  process.stderr.write(`unknown part "${part}": one of ${[...parts.keys()].join(', ')}\n`)
  process.exitCode = 2
} else process.stdout.write(await chosen())
