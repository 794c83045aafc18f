import { realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, normalize } from 'node:path'
import { fileFault, isAbsent } from './file-fault.ts'
import { FolderWalk } from './folder-walk.ts'
import { chartFile, kustomizationFiles, type Listing } from './listing.ts'

/** What in a folder is left out besides what its ignore files name. */
export interface ListOptions {
  readonly exclude: readonly string[]
}

/**
 * Lists what is to be read below the paths that a user gives. A file named directly is always listed; a chart's or
 * kustomization's own file stands for its folder. Every file is listed once, however many paths lead to it.
 */
export function listFiles(paths: readonly string[], options: ListOptions): Listing {
  const walk = new FolderWalk(options.exclude)
  const folders = paths.filter((path) => !listFile(path, walk))
  for (const folder of folders) walk.addRoot(displayed(folder))
  walk.followLinks()
  return walk.listing
}

/** Files come before folders, so that one which stands in a named folder too is known as named. False for a folder. */
function listFile(given: string, walk: FolderWalk): boolean {
  if (given === '-') {
    walk.addNamed('-', '-')
    return true
  }
  if (given === '') {
    walk.fail(given, 'the path is empty: is a variable of the shell not set?')
    return true
  }
  const path = displayed(given)
  let stats: Stats
  try {
    stats = statSync(path)
  } catch (error) {
    walk.fail(path, isAbsent(error) ? absence(given) : fileFault(error))
    return true
  }
  if (stats.isDirectory()) return false
  const name = basename(path)
  if (name === chartFile) walk.addRoot(dirname(path))
  else if (kustomizationFiles.includes(name)) walk.addKustomization(dirname(path), path)
  else walk.addNamed(path, stats.isFile() ? realpathSync(path) : path)
  return true
}

/** `./k8s//web` is shown as `k8s/web`; an absolute path stays one. */
function displayed(path: string): string {
  const short = process.platform === 'win32' ? normalize(path).replaceAll('\\', '/') : normalize(path)
  return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short
}

function absence(given: string): string {
  if (/^https?:/i.test(given))
    return 'no such file: nothing is fetched; pipe it in, as with curl -L URL | bulwark scan -'
  return /[*?[]/.test(given)
    ? 'no such file or folder (patterns are expanded by the shell, and nothing matched this one)'
    : 'no such file or folder'
}
