import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import type { Skipped } from './go-program.ts'

/**
 * The folder of a Go module's files, fetched by the machine's Go and kept in its cache: some facts that tests go by are
 * published as parts of modules.
 *
 * @throws Error with Go's output where it is installed and the module cannot be had.
 */
export function goModule(module: string, version: string): string | Skipped {
  if (spawnSync('go', ['version']).status !== 0) return { skipped: 'Go is not installed' }
  const { status, stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: tmpdir(),
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`${module}@${version} cannot be had:\n${stdout}${stderr}`)
  const { Dir } = JSON.parse(stdout) as { readonly Dir: string }
  return Dir
}
