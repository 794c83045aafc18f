import type { Framework, FrameworkItem } from './framework.ts'
import { guide } from './guide.ts'
import { appliers, runtimeFabricStatements } from './runtime-fabric-statements.ts'

const exposures: readonly FrameworkItem[] = [
  { id: 'settable', title: 'What a KubernetesTemplate or MuleApplication can set is set' },
  { id: 'fixed', title: 'What Runtime Fabric sets itself is as it should be' }
]

const items: readonly FrameworkItem[] = [
  ...guide.items('').map((item) => ({
    ...item,
    appliedBy: (runtimeFabricStatements[item.id] ?? []).map(({ by, how }) => ({ by: appliers[by], how }))
  })),
  ...exposures
]

/**
 * MuleSoft's guide as it is applied on Runtime Fabric: each statement with the places at which it is, and what can be set
 * in the pods of Mule applications, by whom.
 */
export const runtimeFabric: Framework = {
  name: 'rtf',
  versions: [],
  items: () => items,
  itemsOf: (control) => [...(control.maps.guide ?? []), ...(control.rtf === 'not-exposed' ? [] : [control.rtf])],
  chapterOf: (item) => guide.chapterOf?.(item) ?? null
}
