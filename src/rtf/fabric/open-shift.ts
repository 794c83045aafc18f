import type { Estate } from '../../estate/estate.ts'
import { mappingAt } from '../../estate/mapping.ts'

/** Whether the namespaces of an estate are those of an OpenShift cluster: it marks each with the users that it may have. */
export function isOpenShift(estate: Estate): boolean {
  return estate.ofKind('Namespace', '').some(({ name, object }) => {
    const annotations = mappingAt(mappingAt(object, 'metadata') ?? {}, 'annotations') ?? {}
    return name === 'openshift-dns' || Object.keys(annotations).some((key) => key.startsWith('openshift.io/'))
  })
}
