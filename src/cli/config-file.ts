import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { ownControlPaths, readConfig } from '../config/read-config.ts'
import { type Registry, registry } from '../controls/registry.ts'
import { textOf } from './text-file.ts'
import { UserError } from './user-error.ts'

const fileName = 'bulwark.yaml'

/** A configuration and where it stands. */
export interface LoadedConfig {
  readonly config: Config
  /** As shown to the user; null where there is no file. */
  readonly file: string | null
  /** The controls that there are: Bulwark's and the user's own. */
  readonly registry: Registry
}

/**
 * The configuration that holds for a scan: the named file, else the nearest `bulwark.yaml` from the first path upward
 * to the repository's root.
 *
 * @param more Adds controls that come from elsewhere than the configuration, which may name them all the same.
 * @throws UserError naming file, line and what to write where it cannot be read or says what does not exist.
 */
export async function loadConfig(
  named: string | undefined,
  firstPath: string,
  more: (known: Registry) => Registry = (known) => known
): Promise<LoadedConfig> {
  const file = named ?? nearestConfig(firstPath === '-' ? '.' : firstPath)
  if (file === undefined) return { config: {}, file: null, registry: more(registry) }
  const text = textOf(file)
  const all = more(await registryWith(dirname(file), ownControlPaths(text)))
  const read = readConfig(text, all)
  if ('config' in read) return { config: read.config, file, registry: all }
  const lines = read.problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
  throw new UserError(lines.join('\n  '))
}

/** Reading controls takes the whole of CEL, which a scan without any does not load. */
async function registryWith(folder: string, paths: readonly string[]): Promise<Registry> {
  if (paths.length === 0) return registry
  const { withOwnControls } = await import('./own-controls.ts')
  return withOwnControls(registry, folder, paths)
}

function nearestConfig(path: string): string | undefined {
  let folder = resolve(path)
  if (!isFolder(folder)) folder = dirname(folder)
  while (true) {
    const candidate = join(folder, fileName)
    if (existsSync(candidate)) return relative('.', candidate)
    const parent = dirname(folder)
    // Above the root of a repository lie other people's projects.
    if (parent === folder || existsSync(join(folder, '.git'))) return undefined
    folder = parent
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // What is wrong with the path is said when it is read.
    return false
  }
}
