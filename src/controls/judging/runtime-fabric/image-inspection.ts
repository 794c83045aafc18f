import { isMadeByWorkload } from '../../../estate/made-by-workload.ts'
import { containerPath } from '../../../estate/workload.ts'
import { type RtfImage, rtfImageOf } from '../../../rtf/fabric/image-name.ts'
import type { RtfFacts } from '../../../rtf/facts/facts.ts'
import { fails, type Inspection, passes, podsOfAllKinds, type Verdict } from '../../analysis.ts'

/**
 * Judges each container that runs an image of Runtime Fabric or the Mule runtime.
 * @param problem What is wrong with the image; null where nothing is.
 */
export function rtfImageInspection(problem: (image: RtfImage, facts: RtfFacts) => string | null): Inspection {
  return {
    reads: [podsOfAllKinds],
    *inspect(resource, pods, { rtf }): Iterable<Verdict> {
      if (isMadeByWorkload(resource)) return
      let judged = false
      let clean = true
      for (const pod of pods) {
        for (const container of pod.containers) {
          const image = rtfImageOf(rtf, container.object.image)
          if (image === null) continue
          judged = true
          const found = problem(image, rtf)
          if (found === null) continue
          clean = false
          const path = [...containerPath(pod, container), 'image']
          yield fails(resource, found, { path, item: `${container.list}/${container.name}`, container })
        }
      }
      if (judged && clean) yield passes(resource)
    }
  }
}
