import type { Estate } from '../../estate/estate.ts'
import { isMapping, stringAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'

const bindingKinds = ['RoleBinding', 'ClusterRoleBinding']

/** Service accounts that a role is bound to by name, as `namespace/name`, each once and sorted. */
export function boundAccounts(estate: Estate): string[] {
  const bindings = bindingKinds.flatMap((kind) => estate.ofKind(kind, 'rbac.authorization.k8s.io'))
  return [...new Set(bindings.flatMap(accountsOf))].sort()
}

function accountsOf({ object, namespace }: Resource): string[] {
  const { subjects } = object
  if (!Array.isArray(subjects)) return []
  return subjects.flatMap((subject: unknown) => {
    if (!isMapping(subject) || subject.kind !== 'ServiceAccount') return []
    const name = stringAt(subject, 'name')
    const within = stringAt(subject, 'namespace') ?? namespace
    return name === null || within === null ? [] : [`${within}/${name}`]
  })
}
