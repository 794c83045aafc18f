import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { IgnoreRules, ignoreFileNames } from './ignore-rules.ts'

/** The ignore rules in force at a folder, and where it stands from the folder they are relative to. */
export interface FolderRules {
  readonly rules: IgnoreRules | null
  /** From the base, with a closing slash; empty for the base itself. */
  readonly within: string
}

/**
 * The rules for a folder that the user named: those of its repository's root and of every folder between. Where they
 * ignore the folder itself they are left out, since the user asked for it.
 */
export function rulesFor(folder: string): FolderRules {
  const start = realpathSync(folder)
  const root = repositoryRoot(start)
  if (root === null || root === start) return { rules: null, within: '' }
  const steps = relative(root, start).split(sep)
  let rules: IgnoreRules | null = null
  let within = ''
  for (const step of steps) {
    rules = extendRules(rules, join(root, within), within)
    within += `${step}/`
    if (rules?.ignores(within)) return { rules: null, within: '' }
  }
  return { rules, within }
}

/** Adds the ignore files of one folder. */
export function extendRules(rules: IgnoreRules | null, folder: string, within: string): IgnoreRules | null {
  let extended = rules
  for (const name of ignoreFileNames) {
    const text = textOf(join(folder, name))
    if (text !== null) extended = (extended ?? IgnoreRules.empty()).extend(within, text)
  }
  return extended
}

function repositoryRoot(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return null
  }
}

/** An ignore file that cannot be read is none: it only narrows what is scanned. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
