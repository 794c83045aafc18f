import { existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileFault, isAbsent } from '../files/file-fault.ts'

/**
 * A node's file system: `/` of the node itself, the place where it is mounted, or a folder that mirrors it. Paths are
 * those that the node has for its files.
 */
export class NodeRoot {
  readonly folder: string
  /** What is there and may not be read, with the reason. */
  readonly refused = new Map<string, string>()
  /** Null where owners are those of a copy. */
  readonly #owners: OwnerNames | null

  constructor(folder: string) {
    this.folder = folder
    this.#owners = isMounted(folder) ? new OwnerNames(this) : null
  }

  /** As the user would name it, and as it is opened. */
  place(path: string): string {
    return join(this.folder, path)
  }

  has(path: string): boolean {
    return existsSync(this.place(path))
  }

  /** Null where there is no such file, or it may not be read. */
  text(path: string): string | null {
    try {
      return readFileSync(this.place(path), 'utf8')
    } catch (error) {
      this.#note(path, error)
      return null
    }
  }

  /** Of what a link points to, as programs see it; null where there is nothing. */
  stats(path: string): Stats | null {
    try {
      return statSync(this.place(path))
    } catch (error) {
      this.#note(path, error)
      return null
    }
  }

  /** Names in a folder, sorted; none where there is no such folder. */
  names(path: string): string[] {
    try {
      return readdirSync(this.place(path)).sort()
    } catch (error) {
      this.#note(path, error)
      return []
    }
  }

  /** All files and folders below a folder, itself first. Links to folders are not followed. */
  *below(path: string): Generator<string> {
    if (this.stats(path) === null) return
    yield path
    if (!lstatSync(this.place(path)).isDirectory()) return
    for (const name of this.names(path)) yield* this.below(join(path, name))
  }

  #note(path: string, error: unknown): void {
    // Processes end while they are looked at.
    if (!isAbsent(error) && !path.startsWith('/proc/')) this.refused.set(path, fileFault(error))
  }

  owner({ uid, gid }: Stats): { readonly owner: string; readonly group: string } | null {
    return this.#owners === null ? null : { owner: this.#owners.user(uid), group: this.#owners.group(gid) }
  }
}

/** Files that were copied belong to whoever copied them; those of a file system of its own to whom they always did. */
function isMounted(folder: string): boolean {
  const own = statSync(folder)
  const parent = statSync(dirname(join(folder, '.')) === folder ? folder : join(folder, '..'))
  return own.ino === parent.ino || own.dev !== parent.dev
}

/** Names of users and groups, as the node has them. */
class OwnerNames {
  readonly #users: ReadonlyMap<number, string>
  readonly #groups: ReadonlyMap<number, string>

  constructor(root: NodeRoot) {
    this.#users = namesByNumber(root.text('/etc/passwd'))
    this.#groups = namesByNumber(root.text('/etc/group'))
  }

  user(id: number): string {
    return this.#users.get(id) ?? (id === 0 ? 'root' : String(id))
  }

  group(id: number): string {
    return this.#groups.get(id) ?? (id === 0 ? 'root' : String(id))
  }
}

/** `root:x:0:…` on each line. The first name of a number counts. */
function namesByNumber(text: string | null): Map<number, string> {
  const names = new Map<number, string>()
  for (const line of (text ?? '').split('\n')) {
    const [name = '', , number = ''] = line.split(':')
    if (/^\d+$/.test(number) && !names.has(Number(number))) names.set(Number(number), name)
  }
  return names
}
