import { accessOf } from '../../access/access.ts'
import type { Estate } from '../../estate/estate.ts'
import type { NewObject, ObjectChange } from './companion.ts'
import type { NamespaceContents } from './namespace-contents.ts'

/** What is to be done with the account that every namespace has. */
export interface DefaultAccount {
  readonly objects: readonly NewObject[]
  readonly changes: readonly ObjectChange[]
  /** It loses its token although it has rights that somebody may use who is not seen here. */
  readonly rightsRemain: boolean
}

/** Takes its token from the account `default`: who needs one shall have an account of its own. */
export function defaultAccount(
  estate: Estate,
  { name: namespace, pods, unseen, live }: NamespaceContents
): DefaultAccount {
  const present = estate.named({ kind: 'ServiceAccount', name: 'default', namespace, group: '' })
  const giving = present.filter(({ object }) => object.automountServiceAccountToken !== false)
  const path = ['automountServiceAccountToken']
  const value = {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace },
    automountServiceAccountToken: false
  }
  const lines = [
    'The account that Kubernetes makes in every namespace: it gives no token to pods that name no account.'
  ]
  const isBound = accessOf(estate)
    .accountBindings('default')
    .some(({ bound }) => bound.subject.namespace === namespace)
  const isTaken = present.length === 0 || giving.length > 0
  return {
    objects: present.length === 0 ? [{ value, comments: [{ path: [], lines }] }] : [],
    changes: giving.map((resource) => ({ resource, changes: [{ path, set: false }] })),
    rightsRemain: isTaken && isBound && !live && (pods.length === 0 || unseen.length > 0)
  }
}
