import { dirname, resolve } from 'node:path'
import { isMapping, type Mapping, stringAt } from '../../../estate/mapping.ts'
import { parseYaml } from '../../../yaml/parse.ts'
import { readDecoded } from '../../files/read-decoded.ts'

/** One named entry, with the file that it stands in. */
export interface Entry {
  readonly value: Mapping
  readonly file: string
}

/** What one or several kubeconfig files say together. */
export interface Kubeconfig {
  readonly files: readonly string[]
  readonly clusters: ReadonlyMap<string, Entry>
  readonly users: ReadonlyMap<string, Entry>
  readonly contexts: ReadonlyMap<string, Entry>
  readonly currentContext: string | null
}

/**
 * Reads kubeconfig files as kubectl does: of entries with the same name in several files, and of their current contexts,
 * the first counts.
 */
export function parseKubeconfigs(files: readonly string[]): Kubeconfig | { readonly problem: string } {
  const clusters = new Map<string, Entry>()
  const users = new Map<string, Entry>()
  const contexts = new Map<string, Entry>()
  let currentContext: string | null = null
  for (const file of files) {
    const read = rootOf(file)
    if ('problem' in read) return read
    const { root } = read
    addEntries(root.clusters, 'cluster', file, clusters)
    addEntries(root.users, 'user', file, users)
    addEntries(root.contexts, 'context', file, contexts)
    currentContext ??= stringAt(root, 'current-context') || null
  }
  return { files, clusters, users, contexts, currentContext }
}

/** A path in a kubeconfig counts from its folder. */
export function pathIn(file: string, path: string | null): string | null {
  return path === null || path === '' ? null : resolve(dirname(file), path)
}

function rootOf(file: string): { root: Mapping } | { problem: string } {
  const decoded = readDecoded(file, false)
  if ('problem' in decoded) return { problem: `kubeconfig ${file}: ${decoded.problem}` }
  const [document] = parseYaml(decoded.text)
  const fatal = document?.value === undefined ? document?.problems[0] : undefined
  if (fatal !== undefined) return { problem: `kubeconfig ${file}:${fatal.line}:${fatal.column}: ${fatal.message}` }
  const root = document?.value ?? {}
  if (!isMapping(root)) return { problem: `${file} is no kubeconfig: it holds no mapping with clusters and contexts` }
  return { root }
}

function addEntries(list: unknown, key: string, file: string, into: Map<string, Entry>): void {
  if (!Array.isArray(list)) return
  for (const element of list) {
    if (!isMapping(element)) continue
    const name = stringAt(element, 'name')
    const value = element[key]
    if (name !== null && !into.has(name)) into.set(name, { value: isMapping(value) ? value : {}, file })
  }
}
