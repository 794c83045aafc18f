import type { Framework, FrameworkItem } from './framework.ts'

const exposures: readonly FrameworkItem[] = [
  { id: 'settable', title: 'Set by the user, in a KubernetesTemplate or MuleApplication' },
  { id: 'fixed', title: 'Set by Runtime Fabric itself' }
]

/** What Runtime Fabric answers for in the pods of Mule applications, by whom. */
export const runtimeFabric: Framework = {
  name: 'rtf',
  versions: [],
  items: () => exposures,
  itemsOf: (control) => (control.rtf === 'not-exposed' ? [] : [control.rtf])
}
