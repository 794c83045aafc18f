import type { Resource } from '../../estate/resource.ts'
import { labelsOf } from '../../estate/selectors.ts'
import { rtfLabels } from '../facts/names.ts'

/** The release that the chart is installed as, in MuleSoft's own instructions. */
const release = 'runtime-fabric'

/**
 * Why it is of no use to change an object where it stands: Runtime Fabric writes it anew. Null for all others.
 * @returns A sentence that says where to change it.
 */
export function writtenByFabric(resource: Resource): string | null {
  const labels = labelsOf(resource)
  if (Object.hasOwn(labels, rtfLabels.applicationId)) {
    return 'Runtime Fabric writes this object: bulwark rtf template sets what can be set of applications'
  }
  if (labels['app.kubernetes.io/instance'] === release && labels['app.kubernetes.io/managed-by'] === 'Helm') {
    return "the chart of Runtime Fabric writes this object: what can be set stands in the chart's values"
  }
  return null
}
