import type { Estate } from '../estate/estate.ts'
import type { KnownPod } from '../estate/known-pod.ts'
import type { Resource } from '../estate/resource.ts'
import type { Access, SubjectBinding } from './access.ts'
import { areNeighbours, isInFolderOf, mayShareNamespace, nearest } from './nearest.ts'
import { accountIdentity, isAccountGroup } from './subject.ts'

/** The account as which a pod asks the API server. */
export interface PodAccount {
  readonly name: string
  /** Null where the manifest leaves it open. */
  readonly namespace: string | null
}

export function accountOf({ account, resource }: KnownPod): PodAccount {
  return { name: account, namespace: resource.namespace }
}

/** The ServiceAccount of a pod, if it was read. */
export function accountObject(estate: Estate, pod: KnownPod): Resource | undefined {
  const { name, namespace } = accountOf(pod)
  const named = (where: string | null): readonly Resource[] =>
    estate.named({ kind: 'ServiceAccount', namespace: where, name, group: '' })
  const { file } = pod.resource.origin
  if (file === null) return named(namespace)[0]
  const candidates = namespace === null ? named(null) : [...named(null), ...named(namespace)]
  return nearest(
    candidates.filter(({ origin }) => isNear(name, origin.file, file)),
    pod.resource
  )
}

/** Whether a token is mounted unasked: as the pod says, else its account, else yes. */
export function mountsToken(estate: Estate, pod: KnownPod): boolean {
  return pod.mountsToken ?? accountObject(estate, pod)?.object.automountServiceAccountToken !== false
}

/** Whether a pod gets a token of its account in any way: unasked, or by a volume that asks for one. */
export function hasToken(estate: Estate, pod: KnownPod): boolean {
  return mountsToken(estate, pod) || pod.asksForToken
}

/**
 * The bindings that give a pod's account rights, not what every cluster grants to all accounts. In files, applications
 * lie side by side, so only bindings near the pod count, and not those of groups.
 */
export function rightsOf(access: Access, pod: KnownPod): readonly SubjectBinding[] {
  const { name, namespace } = accountOf(pod)
  const { file } = pod.resource.origin
  if (file === null) {
    const { user, groups } = accountIdentity(namespace ?? '', name)
    return access.bindingsFor({ user, groups }).filter(isExtra)
  }
  const near = access.accountBindings(name).filter(({ bound, binding }) => {
    return isNear(name, binding.resource.origin.file, file) && mayShareNamespace(bound.subject.namespace, namespace)
  })
  // A file that grants the account something is whole in itself.
  const own = near.filter(({ binding }) => binding.resource.origin.file === file)
  return own.length > 0 ? own : near
}

/** What everybody who has logged in was granted is not the account's own. */
function isExtra({ bound }: SubjectBinding): boolean {
  return !bound.builtIn && (bound.subject.kind === 'ServiceAccount' || isAccountGroup(bound.subject))
}

/** Every namespace has a default account, so that applications side by side each mean another one. */
function isNear(name: string, a: string | null, b: string | null): boolean {
  return name === 'default' ? isInFolderOf(a, b) : areNeighbours(a, b)
}
