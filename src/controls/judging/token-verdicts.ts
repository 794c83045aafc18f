import type { Estate } from '../../estate/estate.ts'
import type { KnownPod } from '../../estate/known-pod.ts'
import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import { type EstateAnalysis, type PodPlaces, podsOfAllKinds, type Verdict } from '../analysis.ts'
import { accessKinds } from './grant-analysis.ts'

/** What decides whether a pod has a token, and what that is good for. */
export const tokenKinds: readonly string[] = [podsOfAllKinds, 'ServiceAccount', ...accessKinds]

/**
 * Judges each pod by its account.
 * @param field Of the pod spec, where a finding points to.
 * @param judgePod What is wrong; null where nothing is.
 */
export function podAccountAnalysis(
  field: string,
  judgePod: (estate: Estate, pod: KnownPod) => string | null
): EstateAnalysis {
  const pointsTo = ({ specPath }: PodPlaces): Path => below(specPath, field)
  return {
    reads: tokenKinds,
    pointsTo,
    *judge(estate): Generator<Verdict> {
      for (const pod of estate.knownPods) {
        const { resource, specPath } = pod
        if (isMadeByWorkload(resource)) continue
        yield {
          resource,
          path: pointsTo(pod),
          item: resource.kind === 'Pod' ? '' : formatPath(specPath),
          container: null,
          problem: judgePod(estate, pod),
          unknown: null
        }
      }
    }
  }
}

const fields = new WeakMap<Path, Map<string, Path>>()

/** One path for all pods of a kind, and for all controls that point to it. */
function below(specPath: Path, field: string): Path {
  const known = fields.get(specPath) ?? new Map<string, Path>()
  fields.set(specPath, known)
  const path = known.get(field) ?? [...specPath, field]
  known.set(field, path)
  return path
}
