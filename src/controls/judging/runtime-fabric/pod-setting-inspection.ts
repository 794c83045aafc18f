import type { Mapping } from '../../../estate/mapping.ts'
import type { Path } from '../../../estate/path.ts'
import { fails, type Inspection, passes } from '../../analysis.ts'
import { holderNoun, isOfRtf, podSettings, settingsHolders } from './settings-holders.ts'

/**
 * Judges what each KubernetesTemplate and MuleApplication says of pods.
 * @param at The field that is judged, from the object's root.
 * @param problem What is wrong, behind the object's noun; null where nothing is.
 */
export function podSettingInspection(at: Path, problem: (pod: Mapping) => string | null): Inspection {
  return {
    reads: settingsHolders,
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      const found = problem(podSettings(resource))
      yield found === null ? passes(resource) : fails(resource, `${holderNoun(resource)} ${found}`, { path: at })
    }
  }
}
