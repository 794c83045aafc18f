import { defineControl } from '../define-control.ts'

export const rootSupplementalGroup = defineControl({
  id: 'root-supplemental-group',
  title: 'Pods do not join group 0',
  severity: 'low',
  why: 'A process in group 0 reads and changes every file that the image or a volume grants to the root group.',
  remedy: 'Remove 0 from `supplementalGroups`.',
  maps: {
    guide: ['pod.non-root'],
    nsa: ['1.2'],
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    kubescape: ['C-0211'],
    attack: ['T1611'],
    owasp: { '2022': ['K01'] }
  },
  each: { in: 'pod', list: 'securityContext.supplementalGroups' },
  require: 'self != 0',
  at: '',
  message: '{where} joins group 0',
  fix: { remove: true, grade: 'review', argument: 'Files that only group 0 may read are closed to the program.' },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          supplementalGroups:
            - 10001
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          supplementalGroups:
            - 10001
            - 0
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
