import { isMapping, stringAt } from '../estate/mapping.ts'

/** Who a binding grants something to. */
export interface Subject {
  readonly kind: 'User' | 'Group' | 'ServiceAccount'
  readonly name: string
  /** Of a service account; null where a manifest leaves it to whoever applies it, and for users and groups. */
  readonly namespace: string | null
}

/** Who asks: a user's name and groups, as an authenticator gives them. */
export interface Identity {
  readonly user: string
  readonly groups: readonly string[]
}

/** What kind of worker acts through a subject; roles are meant to belong to one of them. */
export type Persona = 'person' | 'service account' | 'infrastructure'

const accountPrefix = 'system:serviceaccount:'
const allAccounts = 'system:serviceaccounts'

/** Requests of this group are never checked: the API server lets it do everything. */
export const mastersGroup = 'system:masters'

/** The groups of everybody, of whoever has logged in, and of whoever has not. */
export const everyone: ReadonlySet<string> = new Set(['system:anonymous', 'system:unauthenticated'])
export const authenticatedGroup = 'system:authenticated'

/**
 * The subjects of a binding at their indexes; null for one that cannot be anybody. A service account without a
 * namespace is of the binding's own.
 */
export function subjectsOf(list: unknown, bindingNamespace: string | null): (Subject | null)[] {
  if (!Array.isArray(list)) return []
  return list.map((entry: unknown) => {
    if (!isMapping(entry)) return null
    const kind = stringAt(entry, 'kind')
    const name = stringAt(entry, 'name')
    if (name === null || name === '') return null
    if (kind === 'ServiceAccount') return { kind, name, namespace: stringAt(entry, 'namespace') || bindingNamespace }
    return kind === 'User' || kind === 'Group' ? asAccount({ kind, name, namespace: null }) : null
  })
}

/** A user whose name is that of a service account is that account. */
function asAccount(subject: Subject): Subject {
  const { kind, name } = subject
  if (kind !== 'User' || !name.startsWith(accountPrefix)) return subject
  const [namespace, account, ...rest] = name.slice(accountPrefix.length).split(':')
  if (!namespace || !account || rest.length > 0) return subject
  return { kind: 'ServiceAccount', name: account, namespace }
}

/** The identity with which a service account asks. */
export function accountIdentity(namespace: string, name: string): Identity {
  return {
    user: `${accountPrefix}${namespace}:${name}`,
    groups: [allAccounts, `${allAccounts}:${namespace}`, authenticatedGroup]
  }
}

/** Equal for equal subjects: that of a service account is the key of its user name. */
export function subjectKey({ kind, name, namespace }: Subject): string {
  if (kind === 'Group') return groupKey(name)
  return userKey(kind === 'User' ? name : `${accountPrefix}${namespace ?? ''}:${name}`)
}

export function userKey(name: string): string {
  return `user ${name}`
}

export function groupKey(name: string): string {
  return `group ${name}`
}

/** True for a group that service accounts are members of by themselves, and nobody else. */
export function isAccountGroup({ kind, name }: Subject): boolean {
  return kind === 'Group' && (name === allAccounts || name.startsWith(`${allAccounts}:`))
}

/** Names that begin with `system:` are Kubernetes' own; people cannot be told apart from groups of people. */
export function personaOf(subject: Subject): Persona | null {
  if (subject.kind === 'ServiceAccount' || isAccountGroup(subject)) return 'service account'
  if (everyone.has(subject.name) || subject.name === authenticatedGroup) return null
  return subject.name.startsWith('system:') && subject.name !== mastersGroup ? 'infrastructure' : 'person'
}

/** For messages: `ServiceAccount shop/web`, `Group developers`. */
export function subjectName({ kind, name, namespace }: Subject): string {
  return kind === 'ServiceAccount' && namespace !== null ? `${kind} ${namespace}/${name}` : `${kind} ${name}`
}
