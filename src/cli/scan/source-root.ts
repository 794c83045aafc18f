import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The root of the repository that a path lies in; the current folder where it lies in none, as standard input does. */
export function sourceRoot(path: string): string {
  const current = process.cwd()
  let folder = path === '-' ? current : resolve(path)
  while (!existsSync(join(folder, '.git'))) {
    const parent = dirname(folder)
    if (parent === folder) return current
    folder = parent
  }
  return folder
}
