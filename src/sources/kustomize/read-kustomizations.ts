import { resolve } from 'node:path'
import type { ListedFile, Listing } from '../files/listing.ts'
import type { SourceOptions } from '../options.ts'
import { SourceTexts, shownAs } from '../rendered/source-text.ts'
import { bareUnit, type Skipped, type SourceUnit } from '../unit.ts'
import { type Closure, KustomizationGraph } from './graph.ts'
import type { Kustomization } from './kustomization.ts'
import { filesOf, renderRoot } from './render-root.ts'

/** A kustomization that stays as it is, and why. */
interface Unrendered {
  readonly closure: Closure
  readonly reason: string
}

/**
 * Renders every kustomization that nothing else refers to. Returns the files that are still to be read one by one:
 * what a rendered one is made of is not, and of one that did not render the patches are not either.
 */
export function* readKustomizations(listing: Listing, options: SourceOptions): Generator<SourceUnit, ListedFile[]> {
  if (listing.kustomizations.length === 0) return listing.files
  const texts = new SourceTexts()
  const graph = new KustomizationGraph(texts)
  const roots = graph.roots(listing.kustomizations)
  const consumed = new Set<string>()
  const unrendered: Unrendered[] = []
  const reported = new Set<string>()
  for (const root of roots) {
    const closure = graph.closure(root)
    if (options.render === 'never') {
      unrendered.push({ closure, reason: 'rendering is off' })
      continue
    }
    const outcome = renderRoot(root, closure, options, texts, reported)
    if ('errors' in outcome) {
      for (const file of filesOf(closure)) consumed.add(file)
      yield outcome
    } else {
      unrendered.push({ closure, reason: 'see the errors' })
      yield bareUnit(root.file, { errors: outcome.failures })
    }
  }
  for (const each of orphans(listing, graph, roots)) {
    unrendered.push({ closure: graph.closure(each), reason: 'no kustomization here uses this component' })
  }
  const left = new Leftovers(consumed)
  for (const { closure, reason } of unrendered) left.add(closure, reason)
  yield* left.units()
  return [...left.looseFiles(listing.files), ...notKustomizations(listing, graph)]
}

/** Components that no overlay of this scan uses. */
function orphans(listing: Listing, graph: KustomizationGraph, roots: readonly Kustomization[]): Kustomization[] {
  const used = new Set(roots.flatMap((root) => graph.closure(root).kustomizations))
  return listing.kustomizations
    .map(({ file }) => graph.read(file))
    .filter((each) => each !== null)
    .filter((each) => !used.has(each))
}

/** Files that only share a kustomization's name. */
function notKustomizations(listing: Listing, graph: KustomizationGraph): ListedFile[] {
  return listing.kustomizations
    .filter(({ file }) => graph.read(file) === null)
    .map(({ file, named }) => ({ file, named }))
}

/** What remains of kustomizations that did not render: manifests to read, and patches and settings to pass over. */
class Leftovers {
  readonly skipped: Skipped[] = []
  readonly #consumed: ReadonlySet<string>
  readonly #passedOver = new Set<string>()
  readonly #loose = new Map<string, string>()

  constructor(consumed: ReadonlySet<string>) {
    this.#consumed = consumed
  }

  add(closure: Closure, reason: string): void {
    for (const { file } of closure.kustomizations)
      this.#pass(resolve(file), file, `a kustomization, not rendered: ${reason}`)
    const [root] = closure.kustomizations
    if (root === undefined) return
    for (const path of closure.patches)
      this.#pass(path, shownAs(path, root.file), 'a patch for Kustomize, not an object')
    for (const path of closure.bases) {
      if (!this.#consumed.has(path)) this.#loose.set(path, shownAs(path, root.file))
    }
  }

  *units(): Generator<SourceUnit> {
    for (const entry of this.skipped) yield bareUnit(entry.file, { files: 1, skipped: [entry] })
  }

  looseFiles(listed: readonly ListedFile[]): ListedFile[] {
    const files = listed.filter(({ file, named }) => {
      const path = resolve(file)
      this.#loose.delete(path)
      return named || !(this.#consumed.has(path) || this.#passedOver.has(path))
    })
    // Bases outside the folders that the user named.
    return [...files, ...[...this.#loose.values()].map((file) => ({ file, named: false }))]
  }

  #pass(path: string, file: string, reason: string): void {
    if (this.#consumed.has(path) || this.#passedOver.has(path)) return
    this.#passedOver.add(path)
    this.skipped.push({ file, document: 0, reason, named: false })
  }
}
