import { dirname, relative } from 'node:path'
import { isMapping, type Mapping, mappingAt } from '../../../estate/mapping.ts'
import { editDocument } from '../../../yaml/edit/edit-document.ts'
import { parseYaml } from '../../../yaml/parse.ts'
import { writeDocuments } from '../../../yaml/write/write-documents.ts'
import { compareGrades } from '../../grade.ts'
import { fixOverlay } from '../../kustomize/fix-overlay.ts'
import type { Overlay } from '../../kustomize/overlay.ts'
import { sameObject } from '../../rendered/same-object.ts'
import type { Files, Wish } from '../../rendered/wish.ts'
import type { Companion } from '../companion.ts'
import type { CompanionFiles, LeftCompanion } from './companion-files.ts'

/** What companions make of a Kustomize overlay. */
export interface OverlayCompanions extends CompanionFiles {
  /** Whether the overlay renders the new objects, as they are. Else they have to be applied beside it. */
  readonly listed: boolean
}

/**
 * Companions of the namespaces that an overlay renders: changes become patches in it, the new objects a file among its
 * resources. Nothing is taken for done unless Kustomize renders exactly that.
 * @param newFile The absolute path for new objects of a namespace.
 */
export function overlayCompanions(
  overlay: Overlay,
  companions: readonly Companion[],
  newFile: (namespace: string) => string
): OverlayCompanions {
  const left: LeftCompanion[] = []
  let done = companions
  for (;;) {
    const patched = fixOverlay(overlay, done.flatMap(wishesOf))
    const refused = new Map(patched.refused.map(({ wish, reason }) => [wish.resource, reason]))
    const blocked = done.flatMap((companion): LeftCompanion[] => {
      const change = companion.changes.find(({ resource }) => refused.has(resource))
      return change === undefined ? [] : [{ companion, reason: refused.get(change.resource) ?? '' }]
    })
    if (blocked.length === 0) return { ...withObjects(overlay, patched.files, done, newFile), done, left }
    left.push(...blocked)
    done = done.filter((companion) => !blocked.some((one) => one.companion === companion))
  }
}

function wishesOf({ changes }: Companion): Wish[] {
  return changes.map(({ resource, changes: fields }) => ({ resource, changes: fields }))
}

function withObjects(
  overlay: Overlay,
  patched: Files,
  done: readonly Companion[],
  newFile: (namespace: string) => string
): Pick<OverlayCompanions, 'files' | 'listed'> {
  const made = new Map<string, string>()
  const sorted = done.toSorted((a, b) => compareGrades(a.grade, b.grade))
  for (const [namespace, own] of Map.groupBy(sorted, (one) => one.namespace)) {
    const objects = own.flatMap((one) => one.objects)
    if (objects.length > 0) made.set(newFile(namespace), writeDocuments(objects))
  }
  const listing = withResources(overlay, patched, [...made.keys()])
  const all = new Map([...patched, ...made, ...(listing === null ? [] : [[overlay.file, listing] as const])])
  const objects = done.flatMap((one) => one.objects.map(({ value }) => value))
  const listed = made.size === 0 || (listing !== null && rendersAll(overlay, patched, all, objects))
  const files = listed ? all : new Map([...patched, ...made])
  const grade = sorted.at(-1)?.grade ?? 'safe'
  return {
    files: [...files].map(([file, text]) => ({ file, before: overlay.read(file), steps: [{ grade, text }] })),
    listed
  }
}

/** The kustomization with files among its resources; null where it is written in a way that does not let it be. */
function withResources(overlay: Overlay, patched: Files, added: readonly string[]): string | null {
  const text = patched.get(overlay.file) ?? overlay.read(overlay.file)
  const [document] = text === null ? [] : parseYaml(text)
  if (text === null || document === undefined || !isMapping(document.value)) return null
  const { resources = [] } = document.value
  if (!Array.isArray(resources)) return null
  const changes = added.map((file, index) => ({
    path: ['resources', resources.length + index],
    set: relative(dirname(overlay.file), file).replaceAll('\\', '/')
  }))
  const { text: edited, refused } = editDocument(text, document, changes)
  return refused.length > 0 ? null : edited
}

/** Whether Kustomize adds the objects as they are, and changes no other: labels and prefixes for all would change them. */
function rendersAll(overlay: Overlay, before: Files, after: Files, objects: readonly Mapping[]): boolean {
  const old = overlay.render(before)
  const now = overlay.render(after)
  if ('problem' in old || 'problem' in now || now.length !== old.length + objects.length) return false
  const wanted = new Map([...old, ...objects].map((object) => [keyOf(object), object]))
  return now.every((object) => sameObject(object, wanted.get(keyOf(object))))
}

function keyOf(object: Mapping): string {
  const { name, namespace } = mappingAt(object, 'metadata') ?? {}
  return JSON.stringify([object.apiVersion, object.kind, namespace, name])
}
