import { resolve } from 'node:path'
import type { ListedKustomization } from '../files/listing.ts'
import type { SourceTexts } from '../rendered/source-text.ts'
import { type Kustomization, kustomizationIn, type Resolved, readKustomization } from './kustomization.ts'

/** Everything that one kustomization is made of, itself included. */
export interface Closure {
  readonly kustomizations: readonly Kustomization[]
  /** Absolute paths. */
  readonly bases: ReadonlySet<string>
  readonly patches: ReadonlySet<string>
  readonly inputs: ReadonlySet<string>
  /** The first reference that keeps it from being rendered offline, and the kustomization that holds it. */
  readonly obstacle: { readonly holder: Kustomization; readonly reference: Resolved } | null
}

/** The kustomizations of a scan and how they refer to one another. */
export class KustomizationGraph {
  readonly #texts: SourceTexts
  readonly #byFolder = new Map<string, Kustomization | null>()

  constructor(texts: SourceTexts) {
    this.#texts = texts
  }

  /** Null where a listed file is no kustomization after all. */
  read(file: string): Kustomization | null {
    const folder = resolve(file, '..')
    const known = this.#byFolder.get(folder)
    if (known !== undefined) return known
    const read = readKustomization(file, this.#texts)
    this.#byFolder.set(folder, read)
    return read
  }

  /**
   * The kustomizations that nothing else refers to: overlays, where there are any. Of several that refer to one another
   * in a ring the first stands for all, so that none is forgotten; what the user named is one in any case.
   */
  roots(listed: readonly ListedKustomization[]): Kustomization[] {
    const all = [...new Set(listed.map(({ file }) => this.read(file)))].filter((each) => each !== null)
    const referenced = new Set(all.flatMap((each) => this.#children(each).map(({ folder }) => folder)))
    const named = new Set(listed.filter((each) => each.named).map(({ file }) => resolve(file, '..')))
    const roots = all.filter(({ folder, isComponent }) => named.has(folder) || !(isComponent || referenced.has(folder)))
    const reached = new Set(roots.flatMap((root) => this.closure(root).kustomizations))
    for (const each of all) {
      if (reached.has(each) || each.isComponent) continue
      roots.push(each)
      for (const member of this.closure(each).kustomizations) reached.add(member)
    }
    return roots
  }

  closure(root: Kustomization): Closure {
    const kustomizations = new Set<Kustomization>()
    const files = { base: new Set<string>(), patch: new Set<string>(), input: new Set<string>() }
    let obstacle: Closure['obstacle'] = null
    const open = [root]
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      if (kustomizations.has(each)) continue
      kustomizations.add(each)
      for (const reference of each.references) {
        const { role, target, state } = reference
        if (state === 'file' && target !== null) files[role].add(target)
        else if (state === 'remote' || state === 'missing' || (state === 'folder' && role === 'base')) {
          obstacle ??= { holder: each, reference }
        }
      }
      open.push(...this.#children(each).reverse())
    }
    return {
      kustomizations: [...kustomizations],
      bases: files.base,
      patches: files.patch,
      inputs: files.input,
      obstacle
    }
  }

  #children(parent: Kustomization): Kustomization[] {
    const children: Kustomization[] = []
    for (const { state, target } of parent.references) {
      if (state !== 'kustomization' || target === null) continue
      const file = kustomizationIn(target, parent.file)
      const child = file === null ? null : this.read(file)
      if (child !== null) children.push(child)
    }
    return children
  }
}
