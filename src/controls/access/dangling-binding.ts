import { accessOf } from '../../access/access.ts'
import type { AccessBinding, BoundSubject } from '../../access/bindings.ts'
import { areNeighbours } from '../../access/nearest.ts'
import { rbacGroup } from '../../access/roles.ts'
import type { Estate } from '../../estate/estate.ts'
import type { Resource } from '../../estate/resource.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { accessKinds, grantPath } from '../judging/grant-analysis.ts'
import { subjectWords } from '../judging/grant-words.ts'

function verdictOn(estate: Estate, binding: AccessBinding): Verdict {
  const { resource, role, reference, subjects } = binding
  if (role === null) {
    return fails(resource, `${reference.kind} "${reference.name}" does not exist`, { path: grantPath })
  }
  const gone = subjects.filter((bound) => isGone(estate, bound))
  const [first] = gone
  if (first === undefined) return passes(resource)
  const problem = `${subjectWords(gone)} ${gone.length === 1 ? 'does' : 'do'} not exist`
  return fails(resource, problem, { path: ['subjects', first.index, 'name'] })
}

/** A role of the same name and the other kind, beside the binding, tells that it was meant. */
function verdictOnFile(estate: Estate, { resource, role, reference: { kind, name } }: AccessBinding): Verdict {
  const other = kind === 'Role' ? 'ClusterRole' : 'Role'
  const isMeant = (one: Resource): boolean => one.name === name && areNeighbours(one.origin.file, resource.origin.file)
  return role === null && estate.ofKind(other, rbacGroup).some(isMeant)
    ? fails(resource, `${kind} "${name}" does not exist, only a ${other} of that name`, { path: ['roleRef', 'kind'] })
    : passes(resource)
}

/** What Kubernetes ships names accounts of controllers, which are made when they are first used. */
function isGone(estate: Estate, { subject, builtIn }: BoundSubject): boolean {
  const { kind, name, namespace } = subject
  if (kind !== 'ServiceAccount' || builtIn || estate.missing('ServiceAccount', namespace) !== null) return false
  return estate.named({ kind, name, namespace, group: '' }).length === 0
}

export const danglingBinding = defineControl({
  id: 'dangling-binding',
  title: 'Bindings name roles and accounts that exist',
  severity: 'low',
  why: 'A binding of something that was deleted waits: whoever creates a role or account of that name puts it into force again.',
  remedy: 'Remove the binding, or the subject in it that does not exist any more.',
  maps: {
    guide: ['access.least-privilege', 'upgrade.unused'],
    nsa: ['3.11', '5.6'],
    attack: ['T1098.006'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: {
    reads: [...accessKinds, 'ServiceAccount'],
    *judge(estate): Generator<Verdict> {
      for (const binding of accessOf(estate).bindings) {
        // In files, what is not there may be somewhere else.
        yield binding.resource.origin.file === null ? verdictOn(estate, binding) : verdictOnFile(estate, binding)
      }
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: shop
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ],
    fail: [
      `
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: web
      rules:
        - apiGroups: ['']
          resources: [pods]
          verbs: [get]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: web
        namespace: shop
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: web
      subjects:
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
