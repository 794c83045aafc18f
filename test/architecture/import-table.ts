/**
 * The table of ARCHITECTURE.md that says which folder of `src` may import which: folder → folders.
 *
 * @throws Error where the document has no such table.
 */
export function importTable(document: string): ReadonlyMap<string, ReadonlySet<string>> {
  const section = /^## Who may import whom$(.*?)^## /ms.exec(document)?.[1] ?? ''
  const rows = [...section.matchAll(/^\| `(\w+)` +\| (.*?) +\|$/gm)]
  if (rows.length === 0) throw new Error('ARCHITECTURE.md has no table under "Who may import whom"')
  const folders = rows.map(([, folder = '']) => folder)
  return new Map(rows.map(([, folder = '', cell = '']) => [folder, new Set(targets(cell, folders))]))
}

function targets(cell: string, folders: readonly string[]): readonly string[] {
  if (cell === 'everything') return folders
  return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}
