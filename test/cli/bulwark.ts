/** The command as users start it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const command = join(import.meta.dirname, '../../bin/bulwark')

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  /** Standard input; empty where it is left out. */
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Another user to run as, which only the administrator can ask for. */
  readonly uid?: number
}

/** Runs `bin/bulwark` with arguments. */
export function bulwark(args: readonly string[], { cwd, input = '', env = {}, uid }: RunOptions = {}): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    uid,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (error !== undefined) throw error
  return { status, stdout, stderr }
}

/** Runs `bin/bulwark` while this process goes on, as a server that the command asks must. */
export async function bulwarkBeside(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Promise<Outcome> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>
  ])
  return { status, stdout, stderr }
}

/** Runs a line of a POSIX shell, in which `bulwark` is the command. */
export function shell(line: string, { cwd, input = '', env = {} }: RunOptions = {}): Outcome {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `bulwark() { "$BULWARK" "$@"; }; ${line}`], {
    cwd,
    input,
    env: { ...process.env, BULWARK: command, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return { status, stdout, stderr }
}
