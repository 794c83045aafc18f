/**
 * `bulwark scan` of a folder against kube-score and against reading the same files bare, as whole commands.
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { goTool } from '../test/go-program.ts'
import { type Contestant, inTurn, median, type Run } from './measure.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '..')

/** @param folder Any folder with manifests. */
export async function benchScan(folder: string, rounds: number): Promise<string> {
  const files = globSync('**/*.{yaml,yml}', { cwd: folder })
    .map((name) => join(folder, name))
    .sort()
  const contestants: Contestant[] = [
    { name: 'bulwark scan -o json', command: [join(root, 'bin/bulwark'), 'scan', folder, '-o', 'json'] },
    {
      name: 'reading the files',
      command: [join(root, 'node_modules/node/bin/node'), join(root, 'bench/read-bare.mjs'), folder]
    }
  ]
  const kubeScore = await goTool('github.com/zegl/kube-score/cmd/kube-score', 'v1.20.0')
  if (typeof kubeScore === 'string') {
    contestants.push({ name: 'kube-score score -o json', command: [kubeScore, 'score', '-o', 'json', ...files] })
  }
  const runs = await inTurn(contestants, rounds)
  const [own = []] = runs.values()
  const heading = ['', 'CPU ms', 'wall ms', 'peak MB', 'output MB', 'exit', 'CPU ratio', 'memory ratio']
  return `${files.length} files, ${rounds} runs each, medians\n${table([heading, ...[...runs].map(([name, all]) => row(name, all, own))])}`
}

function row(name: string, runs: readonly Run[], own: readonly Run[]): string[] {
  const cpu = median(runs.map((run) => run.cpu))
  const memory = median(runs.map((run) => run.memory))
  return [
    name,
    cpu.toFixed(0),
    median(runs.map((run) => run.wall)).toFixed(0),
    (memory / 1024).toFixed(1),
    (median(runs.map((run) => run.output)) / 1e6).toFixed(1),
    String(runs[0]?.exit),
    (cpu / median(own.map((run) => run.cpu))).toFixed(2),
    (memory / median(own.map((run) => run.memory))).toFixed(2)
  ]
}
