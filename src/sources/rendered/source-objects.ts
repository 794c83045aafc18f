import { type Gathered, gatherResources } from '../../estate/gather.ts'
import type { Resource } from '../../estate/resource.ts'
import { agrees, placeholder } from './align.ts'
import type { SourceText } from './source-text.ts'

const known = new WeakMap<SourceText, readonly Resource[]>()

/** Every resource that a source text holds. */
export function objectsIn(source: SourceText): readonly Resource[] {
  const objects = known.get(source)
  if (objects !== undefined) return objects
  const gathered: Gathered = { resources: [], faults: [] }
  for (const { value, index } of source.documents) {
    gatherResources(value, { file: source.file, document: index, prefix: [] }, gathered)
  }
  known.set(source, gathered.resources)
  return gathered.resources
}

/**
 * The object among `candidates` that `rendered` was most likely made from: of its kind, with its name or the longest
 * part of its name (rendering adds prefixes and suffixes), else the only one of its kind.
 */
export function likeliest(rendered: Resource, candidates: readonly Resource[]): Resource | undefined {
  const sameKind = candidates.filter(({ kind }) => agrees(rendered.kind, kind))
  const exact = sameKind.find(({ name }) => name !== null && name === rendered.name)
  if (exact !== undefined) return exact
  let best: Resource | undefined
  for (const candidate of sameKind) {
    if (!isPartOf(candidate.name, rendered.name)) continue
    if (best === undefined || literalLength(candidate) > literalLength(best)) best = candidate
  }
  return best ?? (sameKind.length === 1 ? sameKind[0] : undefined)
}

function isPartOf(source: string | null, rendered: string | null): boolean {
  if (source === null || rendered === null) return source === rendered
  return rendered.includes(source) || agrees(rendered, source)
}

function literalLength({ name }: Resource): number {
  return (name ?? '').replaceAll(placeholder, '').length
}
