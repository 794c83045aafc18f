/**
 * `bulwark scan --cluster` of a real API server on this machine that holds many objects, as a whole command, against
 * merely listing the same objects.
 */
import { join } from 'node:path'
import { startKubetest } from '../test/kubetest.ts'
import { createObjects } from './cluster-objects.ts'
import { type Contestant, inTurn, median, type Run } from './measure.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/node/bin/node')

/** @param count How many objects the cluster holds. */
export async function benchCluster(count: number, rounds: number): Promise<string> {
  const server = await startKubetest()
  if ('skipped' in server) throw new Error(`cannot measure: ${server.skipped}`)
  try {
    const created = await createObjects(server, count)
    const runs = await inTurn(contestants(server.kubeconfig), rounds)
    const rows = [...runs].map(([name, all]) => row(name, all))
    const heading = ['', 'CPU ms', 'wall ms', 'peak MB', 'output MB', 'exit']
    return `${created} objects, ${rounds} runs each, medians\n${table([heading, ...rows])}`
  } finally {
    server.stop()
  }
}

function contestants(kubeconfig: string): Contestant[] {
  const scan = [join(root, 'bin/bulwark'), 'scan', '--cluster', '--kubeconfig', kubeconfig]
  return [
    { name: 'bulwark scan --cluster -o json', command: [...scan, '-o', 'json'] },
    { name: 'bulwark scan --cluster', command: scan },
    { name: 'listing the objects', command: [node, join(root, 'bench/list-bare.ts'), kubeconfig] }
  ]
}

function row(name: string, runs: readonly Run[]): string[] {
  const middle = (value: (run: Run) => number): number => median(runs.map(value))
  return [
    name,
    middle(({ cpu }) => cpu).toFixed(0),
    middle(({ wall }) => wall).toFixed(0),
    (middle(({ memory }) => memory) / 1024).toFixed(0),
    (middle(({ output }) => output) / 1e6).toFixed(1),
    String(runs[0]?.exit)
  ]
}
