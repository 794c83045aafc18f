import { defineControl } from '../define-control.ts'
import { userNamespacePod } from '../judging/relaxed-pods.ts'

/** Where the container says nothing, the pod decides; a pod that says false is a finding of its own, reported once. */
const ownOrPods = 'self.?securityContext.?runAsNonRoot.orValue(pod.?securityContext.?runAsNonRoot.hasValue())'

/** Where a user above 0 is set, what is missing is only that the kubelet holds the container to it. */
const namesUser =
  'self.?securityContext.?runAsUser.orValue(pod.?securityContext.?runAsUser.orValue(0)) > 0 && !self.?securityContext.?runAsNonRoot.hasValue()'

const notAllowed = 'self.?securityContext.?runAsNonRoot.orValue(true)'

export const runAsNonRoot = defineControl({
  id: 'run-as-non-root',
  title: 'Containers are refused where their image runs as root',
  severity: 'medium',
  why: '`runAsNonRoot: true` makes the kubelet refuse an image whose user is root, whatever the image says tomorrow.',
  remedy:
    'Set `securityContext.runAsNonRoot: true` for the pod, and a numeric `runAsUser` where the image names its user.',
  maps: {
    pss: ['runAsNonRoot'],
    kubescape: ['C-0198'],
    attack: ['T1611', 'T1610'],
    microsoft: ['MS-TA9018'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['non-root-user', 'security-context'],
  rules: [
    {
      each: 'pod',
      require: [
        { since: '1.0', rule: notAllowed },
        { since: '1.35', rule: `${userNamespacePod} || ${notAllowed}` }
      ],
      at: 'securityContext.runAsNonRoot',
      message: '{where} allows root: runAsNonRoot is false'
    },
    {
      each: 'container',
      require: [
        { since: '1.0', rule: `${namesUser} || ${ownOrPods}` },
        { since: '1.35', rule: `${namesUser} || ${userNamespacePod} || ${ownOrPods}` }
      ],
      at: 'securityContext.runAsNonRoot',
      message: '{where} may run as root: runAsNonRoot is not true'
    },
    {
      each: 'container',
      require: [
        { since: '1.0', rule: `!(${namesUser}) || ${ownOrPods}` },
        { since: '1.35', rule: `!(${namesUser}) || ${userNamespacePod} || ${ownOrPods}` }
      ],
      at: 'securityContext.runAsNonRoot',
      message: '{where} names a user other than root, but nothing holds it to that: runAsNonRoot is not true'
    }
  ],
  fix: {
    repair: 'user',
    grade: 'review',
    argument:
      'Whether the program works without root depends on its image; where the image or the manifest names a user above 0 already, nothing is lost.'
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: true
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsNonRoot: true
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostUsers: false
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
          runAsUser: 10001
        containers:
          - name: app
            image: registry.example/web:1.4
          - name: proxy
            image: registry.example/proxy:2.1
            securityContext:
              runAsUser: 10002
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: false
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: true
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsNonRoot: false
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        securityContext:
          runAsNonRoot: false
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              runAsNonRoot: true
      `,
      {
        version: '1.34',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            hostUsers: false
            containers:
              - name: app
                image: registry.example/web:1.4
          `
      }
    ]
  }
})
