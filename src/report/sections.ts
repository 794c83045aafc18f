import type { Finding } from '../scan/finding.ts'
import { fileText } from './input-place.ts'
import { printable } from './printable.ts'

/** Begins the section of a namespace of a live cluster, and sorts before every file, since no file's name has it. */
const liveMark = '\0'

/** What findings stand under: their file, or the namespace of a live object, which may be that object itself. */
export function sectionOf({ file, resource: { kind, namespace, name } }: Finding): string {
  return file ?? liveMark + ((kind === 'Namespace' ? name : namespace) ?? '')
}

export function sectionTitle(section: string): string {
  if (!section.startsWith(liveMark)) return fileText(section)
  const namespace = section.slice(liveMark.length)
  return namespace === '' ? 'Cluster' : `Namespace ${printable(namespace)}`
}

/** Whether two findings that come one after the other are sorted together: those of a file, or of one live object. */
export function sameRun(a: Finding, b: Finding): boolean {
  return a.file === b.file && (a.file !== null || a.resource === b.resource)
}
