import type { Container } from '../../../estate/workload.ts'
import type { Knowledge } from '../../knowledge.ts'
import { factsOf } from '../user/known-user.ts'

/** Where a container writes, and who says so. */
export interface WrittenFolders {
  readonly folders: readonly string[]
  /** What a read-only root then costs, in a sentence. */
  readonly argument: string
}

/** Where a container writes by the user's word, or by what is known about its image; else why nobody can tell. */
export function writtenFolders(
  container: Container,
  knowledge: Knowledge
): WrittenFolders | { readonly reason: string } {
  const said = knowledge.choices.writable.filter(
    (choice) => choice.container === null || choice.container === container.name
  )
  const saidFolders = said.flatMap(({ path }) => (path === null ? [] : [path]))
  const facts = factsOf(container, knowledge)
  if (facts === null || facts.writable === null) {
    if (said.length > 0)
      return { folders: unique(saidFolders), argument: 'The program writes where you say, and nowhere else.' }
    return {
      reason:
        'where the image writes is not known: --writable [CONTAINER=]/path names a folder, and --writable [CONTAINER=]none says that it writes nowhere'
    }
  }
  // What is written under some condition alone is no reason to hide what the image ships there.
  const usual = facts.writable.filter(({ hides, when }) => hides === null || when === null)
  const hiding = usual.find(({ hides, path }) => hides !== null && !saidFolders.includes(path))
  if (hiding !== undefined) {
    return {
      reason: `the image writes ${hiding.path}, where an empty volume would hide ${hiding.hides}: --writable ${hiding.path} says that this does no harm`
    }
  }
  const folders = unique([...usual.map(({ path }) => path), ...saidFolders])
  const rare = facts.writable.find((folder) => !usual.includes(folder) && !folders.includes(folder.path))
  const also = rare === undefined ? '' : ` It also writes ${rare.path} where ${rare.when}.`
  const more = facts.writableIsComplete ? also : `${also} It may write elsewhere, too: try it.`
  const what = folders.length === 0 ? 'writes nothing' : `writes ${folders.join(', ')}, and finds an empty volume there`
  return { folders, argument: `By what is known about ${facts.repository} it ${what}.${more}` }
}

/** Folders in folders that are there already are left out. */
function unique(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders)].sort()
  return all.filter((folder) => !all.some((other) => other !== folder && folder.startsWith(`${other}/`)))
}
