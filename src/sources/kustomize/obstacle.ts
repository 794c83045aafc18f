import type { InputError } from '../unit.ts'
import type { Closure } from './graph.ts'
import { type Kustomization, positionOf, type Resolved } from './kustomization.ts'

export const notRendered = 'this kustomization is not rendered, its files are scanned as they stand'

/**
 * What keeps a kustomization from being rendered, found without running anything: so that Kustomize is never started
 * on one that would fetch from the network.
 */
export function obstacleTo(root: Kustomization, closure: Closure, allowRemote: boolean): InputError[] {
  const broken = closure.kustomizations.flatMap(({ errors }) => errors)
  if (broken.length > 0) return broken
  if (allowRemote) return []
  const inflating = closure.kustomizations.find((each) => each.inflatesCharts)
  if (inflating !== undefined) {
    const message = `${notRendered}: it has Kustomize run Helm, which takes --allow-remote`
    return [{ file: inflating.file, line: null, column: null, message: message + neededBy(root, inflating) }]
  }
  if (closure.obstacle === null) return []
  const { holder, reference } = closure.obstacle
  const message = `${notRendered}: ${explain(reference)}${neededBy(root, holder)}`
  return [{ file: holder.file, ...positionOf(holder, reference.path), message }]
}

function explain({ entry, state }: Resolved): string {
  if (state === 'remote') return `"${entry}" is on the network, which takes --allow-remote`
  if (state === 'folder') return `the folder "${entry}" has no kustomization file`
  return `"${entry}" does not exist`
}

function neededBy(root: Kustomization, holder: Kustomization): string {
  return root === holder ? '' : ` (${root.file} needs it)`
}
