import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Copies the shared libraries of a program to the same places below another root, with the loader, so that it runs where
 * there is nothing else. Linux alone has `ldd`.
 * @throws Error where a library is not found.
 */
export function copyLibraries(program: string, root: string): void {
  const { status, stdout, stderr } = spawnSync('ldd', [program], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`ldd ${program}: ${stderr}`)
  for (const line of stdout.split('\n')) {
    const missing = /^\s*(\S+) => not found/.exec(line)
    if (missing !== null) throw new Error(`${program} needs ${missing[1]}, which is not installed`)
    const path = /(?:=> )?(\/\S+) \(0x/.exec(line)?.[1]
    if (path === undefined) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(realpathSync(path), join(root, path))
  }
}
