import { accessOf } from '../../access/access.ts'
import { personaOf } from '../../access/subject.ts'
import { fails, passes, type Verdict } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { accessKinds } from '../judging/grant-analysis.ts'
import { subjectWords } from '../judging/grant-words.ts'

export const mixedSubjectsBinding = defineControl({
  id: 'mixed-subjects-binding',
  title: 'A binding is for people or for programs, not for both',
  severity: 'low',
  why: 'Who grants something to a person and an account at once gives one of them what only the other needs, and cannot take it from one alone. Found where one binding names users or groups of people beside service accounts.',
  remedy: 'Make a role and a binding for the people, and another for the service accounts.',
  maps: {
    guide: ['access.unique-roles'],
    nsa: ['3.12'],
    attack: ['T1078'],
    microsoft: ['MS-TA9019'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  analyse: {
    reads: accessKinds,
    *judge(estate): Generator<Verdict> {
      for (const { resource, subjects } of accessOf(estate).bindings) {
        const own = subjects.filter(({ builtIn }) => !builtIn)
        const people = own.filter(({ subject }) => personaOf(subject) === 'person')
        const accounts = own.filter(({ subject }) => personaOf(subject) === 'service account')
        yield people.length === 0 || accounts.length === 0
          ? passes(resource)
          : fails(resource, `${subjectWords(people)} and ${subjectWords(accounts)} share one binding`, {
              path: ['subjects']
            })
      }
    }
  },
  rtf: 'fixed',
  examples: {
    pass: [
      `
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
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: alice
      `
    ],
    fail: [
      `
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
        - apiGroup: rbac.authorization.k8s.io
          kind: Group
          name: developers
        - kind: ServiceAccount
          name: web
          namespace: shop
      `
    ]
  }
})
