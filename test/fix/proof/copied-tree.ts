import {
  chmodSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

/** Files by name, to be fixed in a folder of their own. */
export type Tree = ReadonlyMap<string, Buffer>

export interface CopiedFile {
  readonly bytes: Buffer
  readonly mode: number
}

const modes = [0o644, 0o600, 0o640, 0o755, 0o664] as const

/** All files below a folder, whatever they are. */
export function treeOf(folder: string): Tree {
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile())
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]))
}

/** Writes a tree into a folder that is gone after the test; the modes of the files are of all kinds. */
export function written(t: TestContext, tree: Tree): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-proof-')))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  let at = 0
  for (const [name, bytes] of tree) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    chmodSync(path, modes[at++ % modes.length] ?? 0o644)
  }
  return folder
}

/** Everything that is in a folder now, hidden files as well. */
export function snapshot(folder: string): ReadonlyMap<string, CopiedFile> {
  const files = new Map<string, CopiedFile>()
  for (const entry of globSync('**/{*,.*}', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1), { bytes: readFileSync(path), mode: statSync(path).mode & 0o7777 })
  }
  return files
}

/** Every so many files have the line ends of Windows, a byte order mark, or no end of their last line. */
export function varied(tree: Tree): Tree {
  let at = 0
  return new Map(
    [...tree].map(([name, bytes]) => {
      const text = bytes.toString('utf8')
      const isManifest = /\.ya?ml$/.test(name) && Buffer.from(text).equals(bytes) && !text.includes('\r')
      return [name, isManifest ? Buffer.from(variant(text, at++ % 8)) : bytes]
    })
  )
}

function variant(text: string, which: number): string {
  if (which === 1) return text.replaceAll('\n', '\r\n')
  if (which === 3) return text.startsWith('\ufeff') ? text : `\ufeff${text}`
  if (which === 5) return text.replace(/\n+$/, '')
  if (which === 7) return `\ufeff${text.replaceAll('\n', '\r\n')}`
  return text
}
