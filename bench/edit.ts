/**
 * Editing YAML in place: ours against yaml's documents, which are written anew, and against reading alone, the floor;
 * each in a fresh process on the same Node with the same flags, in turn. Then how the time grows with the text.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './measure.ts'
import { table } from './table.ts'

const root = join(import.meta.dirname, '..')
const contestants = ['reading', 'bulwark', 'yaml'] as const

/** What one pass over texts did. */
export interface EditPass {
  /** CPU milliseconds. */
  readonly cpu: number
  readonly files: number
  readonly megabytes: number
  /** Files of which a line is no longer as it was, beyond those that the edit is about. */
  readonly disturbed: number
}

/** @param folder Any folder with manifests. */
export function benchEdit(folder: string, rounds: number): string {
  const runs = new Map<string, EditPass[]>(contestants.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const [name, passes] of runs) passes.push(editPass(name, folder))
  const floor = median((runs.get('reading') ?? []).map(({ cpu }) => cpu))
  const rows = [...runs].map(([name, passes]) => {
    const cpu = median(passes.map((pass) => pass.cpu))
    return [name, cpu.toFixed(0), (cpu / floor).toFixed(1), String(passes[0]?.disturbed)]
  })
  const [first] = runs.get('bulwark') ?? []
  const subject = `A label for each document of ${first?.files} files, ${first?.megabytes.toFixed(1)} MB, ${rounds} runs each, medians`
  const heading = ['', 'CPU ms', 'of reading', 'files with other lines changed']
  return `${subject}\n${table([heading, ...rows])}\n${growth(rounds)}`
}

/** Texts of growing length, made by the contestant's process. */
const subjects = ['1000 documents', '2000 documents', '4000 documents', '12 MB document'] as const

function growth(rounds: number): string {
  const rows = subjects.map((subject) => {
    const passes = Array.from({ length: rounds }, () => editPass('bulwark', subject))
    const cpu = median(passes.map((pass) => pass.cpu))
    const megabytes = passes[0]?.megabytes ?? 0
    return [subject, megabytes.toFixed(1), cpu.toFixed(0), (cpu / megabytes).toFixed(0)]
  })
  return `One text: an edit in each document\n${table([['', 'MB', 'CPU ms', 'CPU ms for each MB'], ...rows])}`
}

/** @throws Error with the contestant's own words where it fails. */
function editPass(name: string, subject: string): EditPass {
  const flags = readFileSync(join(root, 'bin/v8-flags'), 'utf8').trim().split(' ')
  const args = [...flags, join(root, 'bench/edit-pass.ts'), name, subject]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return JSON.parse(stdout)
}
