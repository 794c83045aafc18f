import { dirname, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isMapping, type Mapping, stringAt } from '../../estate/mapping.ts'
import { valueAt } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import { changed } from '../../yaml/edit/changed.ts'
import { editDocument } from '../../yaml/edit/edit-document.ts'
import { parseYaml } from '../../yaml/parse.ts'
import { sameObject } from '../rendered/same-object.ts'
import type { Files, Outcome, Wish } from '../rendered/wish.ts'
import { mergeInto } from './merge-into.ts'
import { mergePatch } from './merge-patch.ts'
import type { Overlay } from './overlay.ts'
import { addJsonPatch, addMergePatch, type PatchedObject, type PatchName } from './patch-form.ts'

/** One way to have an overlay render an object otherwise. Adds to the files; false where it cannot be said that way. */
type Form = (files: Map<string, string>) => boolean

/** One rendered object, with all that is wished of it. */
interface Target extends PatchedObject {
  readonly index: number
  readonly wishes: readonly Wish[]
  /** The likeliest first. */
  readonly forms: readonly Form[]
}

/**
 * Has a Kustomize overlay render its objects as wished: what is written in the overlay itself is edited there, all else
 * gets a patch in the overlay. Nothing is taken for done unless Kustomize renders exactly that, every other object
 * unchanged.
 */
export function fixOverlay(overlay: Overlay, wishes: readonly Wish[]): Outcome {
  const before = overlay.render(new Map())
  if ('problem' in before) return refuseAll(wishes, before.problem)
  return new OverlayFix(overlay, before).fix(wishes)
}

class OverlayFix {
  readonly #overlay: Overlay
  readonly #before: readonly Mapping[]
  #files: Files = new Map()
  /** What is to be rendered, with what is done so far. */
  #wanted: readonly Mapping[]
  readonly #done: Wish[] = []
  readonly #refused: { wish: Wish; reason: string }[] = []

  constructor(overlay: Overlay, before: readonly Mapping[]) {
    this.#overlay = overlay
    this.#before = before
    this.#wanted = before
  }

  fix(wishes: readonly Wish[]): Outcome {
    const targets = this.#targets(wishes)
    if (!this.#fixTogether(targets)) for (const target of targets) this.#fixOne(target)
    return { files: this.#files, done: this.#done, refused: this.#refused }
  }

  #targets(wishes: readonly Wish[]): Target[] {
    const byIndex = new Map<number, Wish[]>()
    for (const wish of wishes) {
      const index = this.#before.findIndex((object) => isDeepStrictEqual(object, wish.resource.object))
      const known = byIndex.get(index)
      if (index < 0) this.#refused.push({ wish, reason: 'Kustomize does not render this object by itself' })
      else if (known === undefined) byIndex.set(index, [wish])
      else known.push(wish)
    }
    return [...byIndex].flatMap(([index, own]) => this.#target(index, own) ?? [])
  }

  #target(index: number, wishes: readonly Wish[]): Target | null {
    const [first] = wishes
    const before = this.#before[index]
    const after = changed(
      before,
      wishes.flatMap(({ changes }) => changes)
    )
    if (first === undefined || before === undefined || !isMapping(after)) return null
    if (isDeepStrictEqual(before, after)) {
      this.#done.push(...wishes)
      return null
    }
    return { index, before, after, wishes, forms: this.#forms(first.resource, { before, after }) }
  }

  /** Mostly the first form of each does, and then Kustomize runs once for all. */
  #fixTogether(targets: readonly Target[]): boolean {
    const files = new Map(this.#files)
    const said = targets.every(({ forms: [first] }) => first?.(files) ?? false)
    if (!said || !this.#renders(files, targets)) return false
    this.#keep(files, targets)
    return true
  }

  #fixOne(target: Target): void {
    for (const form of target.forms) {
      const files = new Map(this.#files)
      if (!form(files) || !this.#renders(files, [target])) continue
      this.#keep(files, [target])
      return
    }
    if (target.wishes.length > 1) this.#fixByParts(target)
    else for (const wish of target.wishes) this.#refused.push({ wish, reason: 'no patch makes Kustomize render it so' })
  }

  /** One wish that cannot be had does not keep the object from the others. */
  #fixByParts({ index, wishes }: Target): void {
    for (const wish of wishes) {
      const now = this.#wanted[index]
      const after = changed(now, wish.changes)
      if (now === undefined || !isMapping(after)) continue
      const forms = this.#forms(wish.resource, { before: now, after })
      this.#fixOne({ index, before: now, after, wishes: [wish], forms })
    }
  }

  #renders(files: Files, targets: readonly Target[]): boolean {
    const rendered = this.#overlay.render(files)
    if ('problem' in rendered) return false
    const wanted = this.#with(targets)
    return rendered.length === wanted.length && rendered.every((object, index) => sameObject(object, wanted[index]))
  }

  #keep(files: Files, targets: readonly Target[]): void {
    this.#wanted = this.#with(targets)
    this.#files = files
    for (const { wishes } of targets) this.#done.push(...wishes)
  }

  #with(targets: readonly Target[]): readonly Mapping[] {
    const after = new Map(targets.map((target) => [target.index, target.after]))
    return this.#wanted.map((object, index) => after.get(index) ?? object)
  }

  #forms(rendered: Resource, object: PatchedObject): Form[] {
    const own: Form = (files) => this.#editOwn(rendered, object, files)
    const names = this.#names(rendered)
    const merges = names.map<Form>((name) => (files) => addMergePatch(this.#overlay, object, name, files))
    const operations = names.map<Form>((name) => (files) => addJsonPatch(this.#overlay, object, name, files))
    const isOwn = this.#isOwn(rendered)
    return isOwn ? [own, ...merges, ...operations] : [...merges, ...operations]
  }

  /** Whether the object's file belongs to this kustomization alone: it stands below its folder, and below no nearer one. */
  #isOwn({ origin: { file } }: Resource): boolean {
    if (file === null || resolve(file) === this.#overlay.file) return false
    for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
      if (folder === dirname(this.#overlay.file)) return true
      if (folder === dirname(folder) || this.#overlay.folders.has(folder)) return false
    }
  }

  #editOwn({ origin }: Resource, { before, after }: PatchedObject, files: Map<string, string>): boolean {
    const file = resolve(origin.file ?? '')
    const text = files.get(file) ?? this.#overlay.read(file)
    const document = text === null ? undefined : parseYaml(text).find(({ index }) => index === origin.document)
    const written = document === undefined ? undefined : valueAt(document.value, origin.prefix)
    const patch = mergePatch(before, after)
    if (text === null || document === undefined || !isMapping(written) || patch === null) return false
    const { text: edited, refused } = editDocument(text, document, mergeInto(written, patch, 'object', origin.prefix))
    if (refused.length > 0) return false
    files.set(file, edited)
    return true
  }

  /** Kustomize finds an object by the name that it was written with, or by what it is called where the patch stands. */
  #names({ name, namespace, origin }: Resource): PatchName[] {
    const names: PatchName[] = []
    const add = (found: PatchName): void => {
      if (!names.some((each) => isDeepStrictEqual(each, found))) names.push(found)
    }
    const text = origin.file === null ? null : this.#overlay.read(resolve(origin.file))
    const document = text === null ? undefined : parseYaml(text).find(({ index }) => index === origin.document)
    const written = valueAt(document?.value, [...origin.prefix, 'metadata'])
    const writtenName = isMapping(written) ? stringAt(written, 'name') : null
    if (isMapping(written) && writtenName !== null) {
      add({ name: writtenName, namespace: stringAt(written, 'namespace') })
    }
    if (name !== null) {
      add({ name: this.#withoutAffixes(name), namespace: null })
      add({ name: this.#withoutAffixes(name), namespace })
      add({ name, namespace })
    }
    return names
  }

  #withoutAffixes(name: string): string {
    const [document] = parseYaml(this.#overlay.read(this.#overlay.file) ?? '')
    const value = isMapping(document?.value) ? document.value : {}
    const prefix = stringAt(value, 'namePrefix') ?? ''
    const suffix = stringAt(value, 'nameSuffix') ?? ''
    if (!name.startsWith(prefix) || !name.endsWith(suffix)) return name
    return name.slice(prefix.length, name.length - suffix.length)
  }
}

function refuseAll(wishes: readonly Wish[], reason: string): Outcome {
  return { files: new Map(), done: [], refused: wishes.map((wish) => ({ wish, reason })) }
}
