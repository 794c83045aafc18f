import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders beside the chapters of the guide, which hold no controls. */
const notChapters = new Set(['frameworks', 'generated', 'judging'])

/** A control's file, from the folder of controls. */
export interface ControlFile {
  readonly chapter: string
  readonly id: string
}

/** The files of all controls below `folder`, in the order of their ids. */
export function controlFiles(folder: string): ControlFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notChapters.has(entry.name))
    .flatMap(({ name: chapter }) =>
      readdirSync(join(folder, chapter))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => ({ chapter, id: file.slice(0, -'.ts'.length) }))
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The module that imports every control below `folder`. */
export function controlIndex(folder: string): string {
  const files = controlFiles(folder)
  const imports = files.map(({ chapter, id }) => `import { ${constantName(id)} } from '../${chapter}/${id}.ts'`)
  return [
    '// Written by scripts/generate-controls.ts; do not edit.',
    "import type { Control } from '../control.ts'",
    ...imports,
    '',
    'export const controls: readonly Control[] = [',
    files.map(({ id }) => `  ${constantName(id)}`).join(',\n'),
    ']',
    ''
  ].join('\n')
}

/** The module that says in which chapter of the guide each control below `folder` is. */
export function chapterIndex(folder: string): string {
  return [
    '// Written by scripts/generate-controls.ts; do not edit.',
    'export const chapterOfControl: ReadonlyMap<string, string> = new Map([',
    controlFiles(folder)
      .map(({ chapter, id }) => `  ['${id}', '${chapter}']`)
      .join(',\n'),
    '])',
    ''
  ].join('\n')
}

/** `host-pid` is exported as `hostPid`. */
function constantName(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
