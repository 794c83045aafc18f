/**
 * `bulwark fix` of a folder against `bulwark scan` of the same folder, as whole commands: what repairs cost beyond finding
 * what is to be repaired. A run that writes has a copy of its own.
 */
import { chmodSync, cpSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Contestant, inTurn, median, type Run } from './measure.ts'
import { table } from './table.ts'

const bulwark = join(import.meta.dirname, '../bin/bulwark')

/** @param folder Any folder with manifests. */
export async function benchFix(folder: string, rounds: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'bulwark-bench-'))
  const copy = join(root, 'copy')
  const repaired: readonly string[] = ['fix', copy, '--grade', 'review']
  const contestants: Contestant[] = [
    { name: 'scan -o json', command: [bulwark, 'scan', copy, '-o', 'json'] },
    { name: 'fix --grade review (diff)', command: [bulwark, ...repaired] },
    { name: 'fix --grade review --write', command: [bulwark, ...repaired, '--write'] }
  ].map((each) => ({ ...each, prepare: () => copied(resolve(folder), copy) }))
  try {
    const runs = await inTurn(contestants, rounds)
    const [scans = []] = runs.values()
    const heading = ['', 'CPU ms', 'user+system of scan: median of pairs', 'peak MB', 'exit']
    return `${rounds} runs each in turn, medians\n${table([heading, ...[...runs].map(([name, all]) => row(name, all, scans))])}`
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** Afresh, and with files that can be written. */
function copied(folder: string, copy: string): void {
  rmSync(copy, { recursive: true, force: true })
  cpSync(folder, copy, { recursive: true })
  for (const name of globSync('**/*', { cwd: copy })) {
    const path = join(copy, name)
    chmodSync(path, statSync(path).mode | 0o200)
  }
}

function row(name: string, runs: readonly Run[], scans: readonly Run[]): string[] {
  const ratios = runs.map(({ cpu }, index) => cpu / (scans[index]?.cpu ?? Number.NaN))
  return [
    name,
    median(runs.map(({ cpu }) => cpu)).toFixed(0),
    median(ratios).toFixed(2),
    (median(runs.map(({ memory }) => memory)) / 1024).toFixed(1),
    String(runs[0]?.exit)
  ]
}
