import type { AccessBinding, BoundSubject } from '../../access/bindings.ts'
import { builtInRolesByKey, roleKey } from '../../access/built-in.ts'
import type { Given } from '../../access/permission.ts'
import type { AccessRole, RoleRule } from '../../access/roles.ts'
import { subjectName } from '../../access/subject.ts'

/** `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`. */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.length > most + 1 ? [...words.slice(0, most), `${words.length - most} more`] : words
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

/** Who is granted something, each once. */
export function subjectWords(subjects: readonly BoundSubject[]): string {
  return listed([...new Set(subjects.map(({ subject }) => subjectName(subject)))])
}

/** `get, list and watch secrets`; what takes the same verbs is named together. */
export function deedWords(given: readonly Given[]): string {
  const byVerbs = new Map<string, string[]>()
  for (const { verbs, permission } of given) {
    const words = listed(verbs, verbs.length)
    const resources = byVerbs.get(words) ?? []
    if (!resources.includes(permission.resource)) resources.push(permission.resource)
    byVerbs.set(words, resources)
  }
  return listed([...byVerbs].map(([verbs, resources]) => `${verbs} ${listed(resources)}`))
}

/** Where a binding reaches, as the end of a sentence about resources in namespaces. */
export function scopeWords({ scope, namespace }: AccessBinding): string {
  if (scope === 'cluster') return 'in all namespaces'
  return namespace === null ? 'in its namespace' : `in namespace "${namespace}"`
}

/**
 * `ClusterRole "web" (rules[2])`, or where a rule was aggregated from, `… (rules[0] of ClusterRole "other")`. The rules of
 * roles that every cluster has are nobody's to change.
 */
export function roleWords({ kind, name, resource }: AccessRole, rules: readonly RoleRule[]): string {
  const places = rules.flatMap(({ from, index }) => {
    if (from !== null) return isBuiltInRole(from) ? [] : [`rules[${index}] of ClusterRole "${from}"`]
    return resource === null ? [] : [`rules[${index}]`]
  })
  const role = `${kind} "${name}"`
  return places.length === 0 ? role : `${role} (${listed([...new Set(places)])})`
}

function isBuiltInRole(name: string): boolean {
  return builtInRolesByKey().has(roleKey(null, name))
}
