import type { ScanResult } from '../scan/scan.ts'
import { printable } from './printable.ts'

type InputError = ScanResult['errors'][number]
type Skipped = ScanResult['skipped'][number]
type Unread = ScanResult['unread'][number]

/** Where something could not be read, with as much of the position as is known: `k8s/a.yaml:7:3`. */
export function placeText({ file, line, column }: Pick<InputError, 'file' | 'line' | 'column'>): string {
  const position = line === null ? '' : `:${line}${column === null ? '' : `:${column}`}`
  return fileText(file) + position
}

/** What was skipped. Documents count from 0 as in every report. */
export function documentText({ file, document }: Pick<Skipped, 'file' | 'document'>): string {
  return document === 0 ? fileText(file) : `${fileText(file)} (document ${document})`
}

/** What a cluster did not give. Kinds of two groups may share a name. */
export function unreadText({ kind, group, namespace }: Unread): string {
  const type = group.includes('.') && !group.endsWith('.k8s.io') ? `${kind} (${group})` : kind
  return printable(namespace === null ? type : `${type} in ${namespace}`)
}

/** A file as people read it. */
export function fileText(file: string): string {
  if (file === '') return '""'
  return file === '-' ? 'standard input' : printable(file)
}
