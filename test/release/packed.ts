import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SuiteContext, TestContext } from 'node:test'

export const root = join(import.meta.dirname, '../..')
export const release = join(root, 'dist/release')

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end. */
export function ran(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {}
): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 27, ...options })
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' }
}

/** An empty folder that goes when the test ends. */
export function emptyFolder(t: TestContext | SuiteContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-release-'))
  if ('after' in t) t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
