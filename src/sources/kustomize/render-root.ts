import { resolve } from 'node:path'
import type { SourceOptions } from '../options.ts'
import { readRendered } from '../rendered/read-rendered.ts'
import { type SourceTexts, shownAs } from '../rendered/source-text.ts'
import type { InputError, SourceUnit } from '../unit.ts'
import type { Closure } from './graph.ts'
import type { Kustomization } from './kustomization.ts'
import { notRendered, obstacleTo } from './obstacle.ts'
import { OverlayTracer } from './overlay-tracer.ts'
import { renderKustomization } from './render-kustomization.ts'

/**
 * One kustomization, rendered, or what keeps it from that.
 * @param reported Objects of other overlays: one that comes out the same is not given again.
 */
export function renderRoot(
  root: Kustomization,
  closure: Closure,
  options: SourceOptions,
  texts: SourceTexts,
  reported: Set<string>
): SourceUnit | { failures: readonly InputError[] } {
  const allowRemote = options.allowRemote ?? false
  const failures = obstacleTo(root, closure, allowRemote)
  if (failures.length > 0) return { failures }
  const rendered = renderKustomization(root.folder, allowRemote)
  if ('problem' in rendered) return { failures: [failure(root, rendered.problem)] }
  const tracer = new OverlayTracer(closure, texts, rendered.base, reported)
  return readRendered(shownAs(root.folder, root.file), filesOf(closure).length, rendered.text, tracer)
}

function failure(root: Kustomization, problem: string): InputError {
  return { file: root.file, line: null, column: null, message: `${notRendered}: ${problem}` }
}

/** Everything that a kustomization is made of; absolute paths. */
export function filesOf(closure: Closure): string[] {
  const own = closure.kustomizations.map(({ file }) => resolve(file))
  return [...own, ...closure.bases, ...closure.patches, ...closure.inputs]
}
