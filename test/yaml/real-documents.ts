import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const longest = 20_000

/** The texts of the YAML documents in a folder, cut at their separators; very long ones are left out. */
export function realDocuments(folder: string): string[] {
  return globSync('**/*.{yaml,yml}', { cwd: folder })
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/^---.*\n/m))
    .filter((text) => text.length < longest)
}
