import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

/** For tests: a file's content, or where a symbolic link leads. */
export type TreeEntry = string | Uint8Array | { readonly link: string }

/** A folder with these files, gone when the test ends. Returns its path without symbolic links. */
export function tempTree(t: TestContext, entries: Readonly<Record<string, TreeEntry>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-test-')))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, entry] of Object.entries(entries)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    if (typeof entry === 'object' && 'link' in entry) symlinkSync(entry.link, path)
    else writeFileSync(path, entry)
  }
  return root
}
