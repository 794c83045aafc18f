import { defineControl } from '../define-control.ts'

export const hostNetwork = defineControl({
  id: 'host-network',
  title: 'Pods do not use the network of the node',
  severity: 'high',
  why: 'The pod reaches what listens on the loopback of the node, sees its traffic and takes its identity; no NetworkPolicy applies to it.',
  remedy: 'Remove `hostNetwork: true` and publish the port through a Service.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.10'],
    cis: { '1.8': ['5.2.5'] },
    pss: ['hostNamespaces'],
    kubescape: ['C-0041'],
    attack: ['T1611', 'T1046'],
    microsoft: ['MS-TA9034', 'MS-TA9036'],
    owasp: { '2022': ['K01', 'K07'], '2025': ['K01', 'K05'] }
  },
  each: 'pod',
  require: '!self.?hostNetwork.orValue(false)',
  at: 'hostNetwork',
  message: '{where} shares the network of its node',
  fix: {
    set: false,
    grade: 'breaking',
    argument: 'The pod gets an address of its own: what listens on or watches the network of the node no longer does.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        hostNetwork: false
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
        hostNetwork: true
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            hostNetwork: true
            containers:
              - name: app
                image: registry.example/web:1.4
      `
    ]
  }
})
