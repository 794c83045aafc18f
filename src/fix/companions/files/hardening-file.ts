import { join } from 'node:path/posix'
import type { Estate } from '../../../estate/estate.ts'
import type { Resource } from '../../../estate/resource.ts'

/** What is known of the user's folders. */
export interface Folders {
  /** Where an object is described: its file's folder, or the chart or overlay that it comes out of. Null for none. */
  readonly folderOf: (resource: Resource) => string | null
  readonly isTaken: (file: string) => boolean
}

/**
 * Where the new objects of a namespace go: `NAMESPACE-hardening.yaml` beside its own manifest, else in the folder that
 * holds most of its objects. With a number where that is taken.
 */
export function hardeningFile(estate: Estate, namespace: string, { folderOf, isTaken }: Folders): string {
  const folder = mainFolder(estate, namespace, folderOf)
  for (let number = 1; ; number++) {
    const name = `${namespace}-hardening${number === 1 ? '' : `-${number}`}.yaml`
    const file = folder === '.' ? name : join(folder, name)
    if (!isTaken(file)) return file
  }
}

function mainFolder(estate: Estate, namespace: string, folderOf: Folders['folderOf']): string {
  const [own] = estate.named({ kind: 'Namespace', name: namespace, namespace: null, group: '' })
  const ownFolder = own === undefined ? null : folderOf(own)
  if (ownFolder !== null) return ownFolder
  const counts = new Map<string, number>()
  for (const resource of estate.inNamespace(namespace)) {
    const folder = folderOf(resource)
    if (folder !== null) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return most?.[0] ?? '.'
}
