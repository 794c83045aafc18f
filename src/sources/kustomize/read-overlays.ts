import { resolve } from 'node:path'
import { listFiles } from '../files/list-files.ts'
import type { SourceOptions } from '../options.ts'
import { SourceTexts } from '../rendered/source-text.ts'
import type { SourceUnit } from '../unit.ts'
import { KustomizationGraph } from './graph.ts'
import { filesOf, renderRoot } from './render-root.ts'

/** A kustomization that nothing else refers to, and what comes out of it. */
export interface RenderedOverlay {
  /** Its kustomization file; absolute. */
  readonly file: string
  /** Absolute folders of all kustomizations that it is made of, its own among them. */
  readonly folders: ReadonlySet<string>
  /** All of its objects, also those that another overlay renders the same. */
  readonly unit: SourceUnit
  /** Everything that it is made of; absolute. */
  readonly files: readonly string[]
}

/** The overlays below `paths` that can be rendered, one after the other. */
export function* readOverlays(paths: readonly string[], options: SourceOptions): Generator<RenderedOverlay> {
  if (options.render === 'never') return
  const { kustomizations } = listFiles(paths, { exclude: options.exclude ?? [] })
  const texts = new SourceTexts()
  const graph = new KustomizationGraph(texts)
  for (const root of graph.roots(kustomizations)) {
    const closure = graph.closure(root)
    const unit = renderRoot(root, closure, options, texts, new Set())
    if (!('errors' in unit)) continue
    const folders = new Set(closure.kustomizations.map(({ folder }) => folder))
    yield { file: resolve(root.file), folders, unit, files: filesOf(closure) }
  }
}
