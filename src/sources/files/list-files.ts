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
  for (const path of paths) listPath(path, walk)
  walk.followLinks()
  return walk.listing
}

function listPath(given: string, walk: FolderWalk): void {
  if (given === '-') {
    walk.addNamed('-', '-')
    return
  }
  const path = displayed(given)
  let stats: Stats
  try {
    stats = statSync(path)
  } catch (error) {
    walk.fail(path, isAbsent(error) ? absence(given) : fileFault(error))
    return
  }
  if (stats.isDirectory()) walk.addRoot(path)
  else if (basename(path) === chartFile) walk.addRoot(dirname(path))
  else if (kustomizationFiles.includes(basename(path))) walk.addKustomization(dirname(path), path)
  else walk.addNamed(path, stats.isFile() ? realpathSync(path) : path)
}

/** `./k8s//web` is shown as `k8s/web`; an absolute path stays one. */
function displayed(path: string): string {
  const short = process.platform === 'win32' ? normalize(path).replaceAll('\\', '/') : normalize(path)
  return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short
}

function absence(given: string): string {
  return /[*?[]/.test(given)
    ? 'no such file or folder (patterns are expanded by the shell, and nothing matched this one)'
    : 'no such file or folder'
}
