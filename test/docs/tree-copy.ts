/** A copy of the source tree, in which documented commands can be run without touching the tree itself. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface TreeCopy {
  readonly root: string
  run(command: string): Outcome
  /** Every file that Git would track: its path → its text. */
  files(): ReadonlyMap<string, string>
  remove(): void
}

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Copies all that Git tracks or would track, ignored files aside; what is installed is shared with the tree. */
export function copyTree(): TreeCopy {
  const copy = mkdtempSync(join(tmpdir(), 'bulwark-docs-'))
  for (const file of listFiles(root)) copyFile(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  // Never newer than what is installed: a command run in the copy would install anew, through the link.
  utimesSync(join(copy, 'package-lock.json'), 0, 0)
  spawnSync('git', ['init', '--quiet'], { cwd: copy })
  return {
    root: copy,
    run: (command) => run(command, copy),
    files: () => new Map(listFiles(copy).map((file) => [file, readFileSync(join(copy, file), 'utf8')])),
    remove: () => rmSync(copy, { recursive: true })
  }
}

function listFiles(folder: string): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8'
  })
  const names = [...new Set(stdout.split('\0'))].filter((name) => name !== '' && name !== 'node_modules')
  return names.filter((name) => existsSync(join(folder, name))).sort()
}

/** With its modification time, by which `bin/bulwark` decides what to install and to build. */
function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  const { atime, mtime } = statSync(from)
  utimesSync(to, atime, mtime)
}

function run(command: string, cwd: string): Outcome {
  // A test runner started by a test would otherwise report to its parent.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  return { status, stdout, stderr }
}
