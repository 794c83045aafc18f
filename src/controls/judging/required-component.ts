import { clusterAnchor } from '../../estate/cluster-anchor.ts'
import type { Estate } from '../../estate/estate.ts'
import { passes, type Verdict } from '../analysis.ts'
import { lacks } from './absence.ts'
import { componentsOf } from './component-images.ts'

/** One verdict for a whole cluster: whether it has some component on its nodes. None where the estate is no whole cluster. */
export function* requiredOnNodes(
  estate: Estate,
  known: readonly (readonly [RegExp, string])[],
  problem: string
): Iterable<Verdict> {
  const anchor = clusterAnchor(estate)
  if (anchor === null) return
  yield componentsOf(estate, 'DaemonSet', known).length > 0 ? passes(anchor) : lacks(estate, anchor, problem)
}
