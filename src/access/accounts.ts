import type { Estate } from '../estate/estate.ts'
import { isMapping, mappingAt, stringAt } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { Access, SubjectBinding } from './access.ts'
import { areNeighbours, isInFolderOf, mayShareNamespace, nearest } from './nearest.ts'
import { accountIdentity, isAccountGroup } from './subject.ts'

/** The account as which a pod asks the API server. */
export interface PodAccount {
  readonly name: string
  /** Null where the manifest leaves it open. */
  readonly namespace: string | null
}

/** `default` where a pod names none. The old field counts where the new one is empty, as the API server has it. */
export function accountOf({ spec, resource }: PodView): PodAccount {
  const name = stringAt(spec, 'serviceAccountName') || stringAt(spec, 'serviceAccount') || 'default'
  return { name, namespace: resource.namespace }
}

/** The ServiceAccount of a pod, if it was read. */
export function accountObject(estate: Estate, view: PodView): Resource | undefined {
  const { name, namespace } = accountOf(view)
  const named = (where: string | null): readonly Resource[] =>
    estate.named({ kind: 'ServiceAccount', namespace: where, name, group: '' })
  if (view.resource.origin.file === null) return named(namespace)[0]
  const candidates = namespace === null ? named(null) : [...named(null), ...named(namespace)]
  return nearest(
    candidates.filter(({ origin }) => isNear(name, origin.file, view.resource.origin.file)),
    view.resource
  )
}

/** Whether a token is mounted unasked: as the pod says, else its account, else yes. */
export function mountsToken(estate: Estate, view: PodView): boolean {
  const own = view.spec.automountServiceAccountToken
  if (typeof own === 'boolean') return own
  return accountObject(estate, view)?.object.automountServiceAccountToken !== false
}

/** Whether a pod gets a token of its account in any way: unasked, or by a volume that asks for one. */
export function hasToken(estate: Estate, view: PodView): boolean {
  return mountsToken(estate, view) || asksForToken(view)
}

/** True for a token that is meant for the API server: others are for other programs. */
function asksForToken({ spec: { volumes } }: PodView): boolean {
  if (!Array.isArray(volumes)) return false
  return volumes.some((volume) => {
    const sources: unknown = isMapping(volume) ? mappingAt(volume, 'projected')?.sources : undefined
    if (!Array.isArray(sources)) return false
    return sources.some((source) => {
      const token = isMapping(source) ? mappingAt(source, 'serviceAccountToken') : undefined
      return token !== undefined && !stringAt(token, 'audience')
    })
  })
}

/**
 * The bindings that give a pod's account rights, not what every cluster grants to all accounts. In files, applications
 * lie side by side, so only bindings near the pod count, and not those of groups.
 */
export function rightsOf(access: Access, view: PodView): readonly SubjectBinding[] {
  const { name, namespace } = accountOf(view)
  const { file } = view.resource.origin
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
