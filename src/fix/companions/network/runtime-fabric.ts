import { groupOf } from '../../../estate/resource.ts'
import { labelsOf } from '../../../estate/selectors.ts'
import { rtfGroup, rtfLabels } from '../../../rtf/facts/names.ts'
import type { NamespaceContents } from '../namespace-contents.ts'

/** True for a namespace of Runtime Fabric: that of an agent, or one that an agent may put applications into. */
export function isOfRuntimeFabric({ object, resources }: NamespaceContents): boolean {
  return (
    (object !== null && Object.hasOwn(labelsOf(object), rtfLabels.agentNamespace)) ||
    resources.some(({ apiVersion }) => groupOf(apiVersion) === rtfGroup)
  )
}
