import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** What a run of the command printed. */
export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as users do, in a folder without configuration. */
export function bulwark(folder: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/bulwark'), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  return { status, stdout, stderr }
}

/** A finding as `scan -o json` prints it, as far as it matters here. */
export interface Reported {
  readonly control: string
  readonly status: string
  readonly file: string
  readonly document: number
  readonly path: string
  readonly container: { readonly name: string | null; readonly type: string } | null
  readonly fix: string | null
  readonly fingerprint: string
}

/** All that a scan of a folder finds, exceptions left out. */
export function findingsOf(folder: string): readonly Reported[] {
  const { stdout, stderr, status } = bulwark(folder, 'scan', '.', '-o', 'json')
  if (status === null || status > 2) throw new Error(stderr)
  const { findings } = JSON.parse(stdout) as { findings: Reported[] }
  return findings.filter((finding) => finding.status === 'fail')
}
