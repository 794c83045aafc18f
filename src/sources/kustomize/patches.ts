import { isMapping, type Mapping, stringAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import type { YamlDocument } from '../../yaml/document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { type Alignment, align } from '../rendered/align.ts'
import { objectPlace, type Place } from '../rendered/place.ts'
import { type SourceText, type SourceTexts, shownAs } from '../rendered/source-text.ts'
import type { Kustomization } from './kustomization.ts'

/** A patch and what it applies to. */
export interface Patch {
  readonly place: Place
  readonly appliesTo: (written: Resource, rendered: Resource) => boolean
}

/** What of a kustomization's patches is in one piece of text. */
interface PatchText {
  readonly source: SourceText
  readonly document: YamlDocument
  readonly value: unknown
  readonly within: Path | null
  readonly target: Mapping | null
}

/** The patches of a kustomization, the last one first: where two set a field, the later decides. */
export function patchesOf(kustomization: Kustomization, texts: SourceTexts): Patch[] {
  const { source, references, file } = kustomization
  const [document] = source.documents
  if (document === undefined || !isMapping(document.value)) return []
  const patches: PatchText[] = []
  for (const { role, target, state, path } of references) {
    if (role !== 'patch' || state !== 'file' || target === null) continue
    const text = texts.read(shownAs(target, file))
    const selector = targetAt(document.value, path)
    for (const each of text?.documents ?? []) {
      if (text !== null)
        patches.push({ source: text, document: each, value: each.value, within: null, target: selector })
    }
  }
  for (const field of ['patchesStrategicMerge', 'patchesJson6902', 'patches'])
    addInline(source, document, field, patches)
  return patches.reverse().flatMap(toPatches)
}

/** Patches written as text inside the kustomization file. */
function addInline(source: SourceText, document: YamlDocument, field: string, patches: PatchText[]): void {
  const list = isMapping(document.value) ? document.value[field] : undefined
  if (!Array.isArray(list)) return
  list.forEach((entry: unknown, index) => {
    const inline =
      typeof entry === 'string' && entry.includes('\n') ? entry : isMapping(entry) ? stringAt(entry, 'patch') : null
    if (inline === null) return
    const within = typeof entry === 'string' ? [field, index] : [field, index, 'patch']
    const target = isMapping(entry) && isMapping(entry.target) ? entry.target : null
    for (const { value } of parseYaml(inline)) patches.push({ source, document, value, within, target })
  })
}

function targetAt(kustomization: Mapping, path: Path): Mapping | null {
  const [field, index] = path
  const list = typeof field === 'string' ? kustomization[field] : undefined
  const entry: unknown = Array.isArray(list) && typeof index === 'number' ? list[index] : undefined
  return isMapping(entry) && isMapping(entry.target) ? entry.target : null
}

function toPatches(patch: PatchText): Patch[] {
  const { source, document, value, within, target } = patch
  if (Array.isArray(value)) {
    const appliesTo = (written: Resource) => target === null || selects(target, written)
    return value
      .map((operation: unknown, index) => operationPlace(patch, operation, index))
      .filter((place) => place !== null)
      .reverse()
      .map((place) => ({ place, appliesTo }))
  }
  if (!isMapping(value)) return []
  const place = { ...objectPlace(source, document, [], value), within }
  return [
    {
      place,
      appliesTo: (written, rendered) => (target === null ? names(value, written, rendered) : selects(target, written))
    }
  ]
}

/** A strategic merge patch names its object by kind and name. */
function names(fragment: Mapping, written: Resource, rendered: Resource): boolean {
  if (fragment.kind !== rendered.kind) return false
  const name = isMapping(fragment.metadata) ? fragment.metadata.name : undefined
  return name === written.name || name === rendered.name
}

/** Kustomize anchors the patterns of a target at both ends. */
function selects(target: Mapping, written: Resource): boolean {
  return matches(target.kind, written.kind) && matches(target.name, written.name ?? '')
}

function matches(pattern: unknown, text: string): boolean {
  if (typeof pattern !== 'string' || pattern === '' || pattern === text) return true
  return /[\\^$.*+?()[\]{}|]/.test(pattern)
}

/** One operation of a JSON patch (RFC 6902) that writes a value. */
function operationPlace({ source, document, within }: PatchText, operation: unknown, index: number): Place | null {
  if (!isMapping(operation) || typeof operation.path !== 'string' || operation.value === undefined) return null
  const pointer = operation.path.split('/').slice(1)
  const steps = pointer.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const { value } = operation
  return { source, document, within, align: (rendered, path) => alignOperation(rendered, path, steps, value, index) }
}

const nowhere: Alignment = { path: [], depth: 0, complete: false, equal: false }

/** `-` stands for the end of a list, and places in lists move: any element that the operation could have written fits. */
function alignOperation(
  rendered: unknown,
  path: Path,
  pointer: readonly string[],
  value: unknown,
  index: number
): Alignment {
  if (path.length < pointer.length) return nowhere
  const fits = pointer.every(
    (step, depth) => step === String(path[depth]) || (step === '-' && typeof path[depth] === 'number')
  )
  if (!fits) return nowhere
  const below = path.slice(0, pointer.length).reduce<unknown>(childOf, rendered)
  const alignment = align(below, value, path.slice(pointer.length))
  return { ...alignment, path: [index, 'value', ...alignment.path], depth: pointer.length + alignment.depth }
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)]
  return isMapping(value) ? value[step] : undefined
}
