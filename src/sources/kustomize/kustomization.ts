import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMapping } from '../../estate/mapping.ts'
import { groupOf } from '../../estate/resource.ts'
import { locateAll } from '../../yaml/locate.ts'
import { kustomizationFiles } from '../files/listing.ts'
import { type SourceText, type SourceTexts, shownAs } from '../rendered/source-text.ts'
import type { InputError } from '../unit.ts'
import { inflatesCharts, type Reference, referencesOf } from './references.ts'

/** A reference with what stands at its place. */
export interface Resolved extends Reference {
  /** Absolute; null for an address on the network. */
  readonly target: string | null
  readonly state: 'file' | 'kustomization' | 'folder' | 'missing' | 'remote'
}

/** One kustomization file, read. */
export interface Kustomization {
  /** Absolute. */
  readonly folder: string
  /** As the user would name it. */
  readonly file: string
  readonly isComponent: boolean
  readonly inflatesCharts: boolean
  readonly references: readonly Resolved[]
  readonly source: SourceText
  /** What is wrong with the file itself. */
  readonly errors: readonly InputError[]
}

/**
 * Reads a kustomization file. Null where it is something else of that name, such as a Flux `Kustomization`.
 * @param file As the user would name it.
 */
export function readKustomization(file: string, texts: SourceTexts): Kustomization | null {
  const folder = resolve(file, '..')
  const source = texts.read(file)
  if (source === null) return null
  const [document] = source.documents
  const errors = source.documents
    .flatMap(({ problems }) => problems)
    .map(({ line, column, message }) => ({ file, line, column, message }))
  const value = document?.value
  if (!isMapping(value)) {
    // A kustomization that cannot be read is still one; an empty file is what Kustomize itself refuses.
    return { folder, file, isComponent: false, inflatesCharts: false, references: [], source, errors }
  }
  if (typeof value.apiVersion === 'string' && groupOf(value.apiVersion) !== 'kustomize.config.k8s.io') return null
  const references = referencesOf(value).map((reference) => resolveReference(folder, reference))
  const isComponent = value.kind === 'Component'
  return { folder, file, isComponent, inflatesCharts: inflatesCharts(value), references, source, errors }
}

/** The kustomization file of a folder, shown in the manner of `like`. */
export function kustomizationIn(folder: string, like: string): string | null {
  for (const name of kustomizationFiles) {
    const path = join(folder, name)
    if (statOf(path)?.isFile()) return shownAs(path, like)
  }
  return null
}

/** Where a reference stands in its kustomization file. */
export function positionOf(kustomization: Kustomization, path: Reference['path']): { line: number; column: number } {
  const { text, documents } = kustomization.source
  const [document] = documents
  const [position] = document === undefined ? [] : locateAll(text, document, [path])
  return { line: position?.line ?? 1, column: position?.column ?? 1 }
}

/** What exists is local, whatever it looks like; so does Kustomize decide, except for web addresses. */
function resolveReference(folder: string, reference: Reference): Resolved {
  const { entry } = reference
  if (/^https?:\/\//i.test(entry)) return { ...reference, target: null, state: 'remote' }
  const target = resolve(folder, entry)
  const stats = statOf(target)
  if (stats?.isFile()) return { ...reference, target, state: 'file' }
  if (stats?.isDirectory()) {
    return { ...reference, target, state: kustomizationIn(target, target) === null ? 'folder' : 'kustomization' }
  }
  return looksRemote(entry)
    ? { ...reference, target: null, state: 'remote' }
    : { ...reference, target, state: 'missing' }
}

/** `git@host:org/repo`, `ssh://…`, `github.com/org/repo//folder?ref=v1` and their like. */
function looksRemote(entry: string): boolean {
  return (
    /^(git|ssh|file|oci|s3|gs|hg)(::|:\/\/)|^[\w.-]+@|[?&]ref=|^(gh:|[\w-]+(\.[\w-]+)+\/[\w.-]+\/)/i.test(entry) &&
    !/^\.{1,2}\//.test(entry)
  )
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false })
}
