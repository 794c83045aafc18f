import { basename, dirname, join, relative } from 'node:path'
import { isMapping, type Mapping } from '../../estate/mapping.ts'
import { groupOf } from '../../estate/resource.ts'
import type { Change } from '../../yaml/edit/change.ts'
import { editDocument } from '../../yaml/edit/edit-document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { writeDocuments } from '../../yaml/write/write-documents.ts'
import { jsonPatch } from './json-patch.ts'
import { mergeInto } from './merge-into.ts'
import { mergePatch } from './merge-patch.ts'
import type { Overlay } from './overlay.ts'

/** By which name and namespace a patch finds its object: rendering may change both. */
export interface PatchName {
  readonly name: string
  readonly namespace: string | null
}

/** An object before and after, in an overlay that shall render the latter. */
export interface PatchedObject {
  readonly before: Mapping
  readonly after: Mapping
}

/** The folder, beside the kustomization file, for the patches that are written. */
const folder = 'hardening'

/**
 * Has a strategic merge patch of its own make `after` of `before`: what a person would write.
 * @param files What is to be written so far; the patch and its entry in the kustomization are added.
 * @returns False where no such patch says it.
 */
export function addMergePatch(
  overlay: Overlay,
  { before, after }: PatchedObject,
  target: PatchName,
  files: Map<string, string>
): boolean {
  const difference = mergePatch(before, after)
  if (difference === null) return false
  const { name, namespace } = target
  const metadata = { name, ...(namespace === null ? {} : { namespace }), ...mappingOr(difference.metadata) }
  const patch = { apiVersion: before.apiVersion, kind: before.kind, metadata, ...without(difference, 'metadata') }
  const file = patchFile(overlay, before, target, 'merge')
  const known = files.get(file) ?? overlay.read(file)
  if (known === null) files.set(file, newFile(headline(before, name), patch))
  else {
    const merged = edited(known, (value) => (isMapping(value) ? mergeInto(value, patch, 'patch') : null))
    if (merged === null) return false
    files.set(file, merged)
  }
  return addEntry(overlay, { path: entryPath(overlay, file) }, files)
}

/** As `addMergePatch`, by a JSON patch (RFC 6902), which can say everything, but names elements of lists by their place. */
export function addJsonPatch(
  overlay: Overlay,
  { before, after }: PatchedObject,
  target: PatchName,
  files: Map<string, string>
): boolean {
  const operations = jsonPatch(before, after)
  const { name, namespace } = target
  const file = patchFile(overlay, before, target, 'json')
  const known = files.get(file) ?? overlay.read(file)
  if (known === null) files.set(file, newFile(headline(before, name), operations))
  else {
    const longer = edited(known, (value) =>
      Array.isArray(value) ? operations.map((operation, at) => ({ path: [value.length + at], set: operation })) : null
    )
    if (longer === null) return false
    files.set(file, longer)
  }
  const apiVersion = String(before.apiVersion)
  const group = groupOf(apiVersion)
  const selector = {
    ...(group === '' ? {} : { group }),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind: before.kind,
    name,
    ...(namespace === null ? {} : { namespace })
  }
  return addEntry(overlay, { path: entryPath(overlay, file), target: selector }, files)
}

interface Entry {
  /** From the kustomization's folder. */
  readonly path: string
  readonly target?: object
}

/** Has the kustomization apply the patch, unless it does. */
function addEntry(overlay: Overlay, entry: Entry, files: Map<string, string>): boolean {
  const text = files.get(overlay.file) ?? overlay.read(overlay.file)
  if (text === null) return false
  const longer = edited(text, (value) => {
    if (!isMapping(value)) return null
    const { patches = null } = value
    if (patches === null) return [{ path: ['patches', 0], set: entry }]
    if (!Array.isArray(patches)) return null
    const isThere = patches.some((each: unknown) => isMapping(each) && each.path === entry.path)
    return isThere ? [] : [{ path: ['patches', patches.length], set: entry }]
  })
  if (longer === null) return false
  if (longer !== text) files.set(overlay.file, longer)
  return true
}

/** The text with changes made in its only document; null where that cannot be done. */
function edited(text: string, changesOf: (value: unknown) => readonly Change[] | null): string | null {
  const [document, ...others] = parseYaml(text)
  if (document === undefined || others.length > 0 || document.problems.length > 0) return null
  const changes = changesOf(document.value)
  if (changes === null) return null
  const { text: result, refused } = editDocument(text, document, changes)
  return refused.length === 0 ? result : null
}

function patchFile(
  { file }: Overlay,
  { kind }: Mapping,
  { name, namespace }: PatchName,
  form: 'merge' | 'json'
): string {
  const words = [namespace, String(kind).toLowerCase(), name].filter((word) => word !== null)
  const stem = words.join('-').replaceAll(/[^A-Za-z0-9.-]/g, '-')
  return join(dirname(file), folder, form === 'merge' ? `${stem}.yaml` : `${stem}.json-patch.yaml`)
}

function entryPath({ file }: Overlay, patch: string): string {
  return relative(dirname(file), patch).replaceAll('\\', '/')
}

function newFile(comment: string, value: unknown): string {
  return writeDocuments([{ value, comments: [{ path: [], lines: [comment] }] }])
}

function headline({ kind }: Mapping, name: string): string {
  return `What \`bulwark fix\` changes of ${String(kind)} ${basename(name)}.`
}

function mappingOr(value: unknown): Mapping {
  return isMapping(value) ? value : {}
}

function without(mapping: Mapping, key: string): Mapping {
  return Object.fromEntries(Object.entries(mapping).filter(([each]) => each !== key))
}
