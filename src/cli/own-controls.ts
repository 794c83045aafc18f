import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnControls } from '../config/read-own-controls.ts'
import type { Control } from '../controls/control.ts'
import { makeRegistry, type Registry } from '../controls/registry.ts'
import { refusal } from './refusal.ts'
import { textOf } from './text-file.ts'
import { UserError } from './user-error.ts'

/**
 * The known controls and those that a user wrote.
 * @param folder What `paths` are relative to.
 * @param paths Files, and folders of which each YAML file is read.
 * @throws UserError naming file, line and what is wrong, of all files at once.
 */
export function withOwnControls(known: Registry, folder: string, paths: readonly string[]): Registry {
  const controls = new Map<string, Control>(known.controls.map((control) => [control.id, control]))
  const problems: string[] = []
  for (const file of paths.flatMap((path) => filesAt(join(folder, path)))) {
    const read = readOwnControls(textOf(file))
    for (const { line, column, message } of read.problems) problems.push(`${file}:${line}:${column}: ${message}`)
    for (const control of read.controls) {
      if (controls.has(control.id))
        problems.push(`${file}: there is a control "${control.id}" already: choose another id`)
      else controls.set(control.id, control)
    }
  }
  if (problems.length > 0) throw new UserError(problems.join('\n  '))
  return makeRegistry([...controls.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => /\.ya?ml$/i.test(name))
    return names.sort().map((name) => join(path, name))
  } catch (error) {
    throw new UserError(`cannot read the controls in ${path}: ${refusal(error)}`)
  }
}
