import type { CompanionFiles } from '../../../fix/companions/files/companion-files.ts'
import { encodeLike } from '../../../yaml/encode.ts'
import { readSourceFile } from '../source-file.ts'
import { createFile, syncFolders, writeBack } from '../write-back.ts'

/**
 * Writes what companions make and change, the new files first: what names an account may come after it only.
 * @returns What could not be written, and why. Where a new file could not be, nothing that is there is changed.
 */
export function writeCompanions({ files }: CompanionFiles): string[] {
  const problems: string[] = []
  for (const { file, before, steps } of files) {
    const problem = before === null ? createFile(file, steps.at(-1)?.text ?? '') : null
    if (problem !== null) problems.push(`${file}: ${problem}`)
  }
  if (problems.length === 0) problems.push(...writeChanges(files))
  syncFolders()
  return problems
}

function writeChanges(files: CompanionFiles['files']): string[] {
  const problems: string[] = []
  for (const { file, before, steps } of files) {
    if (before === null) continue
    const source = readSourceFile(file)
    if ('problem' in source) problems.push(`${file}: ${source.problem}`)
    else if (source.text !== before) problems.push(`${file}: the file has changed since it was read`)
    else {
      const problem = writeBack(source, encodeLike(source.bytes, steps.at(-1)?.text ?? before))
      if (problem !== null) problems.push(`${file}: ${problem}`)
    }
  }
  return problems
}
