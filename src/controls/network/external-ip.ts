import { defineControl } from '../define-control.ts'

export const externalIp = defineControl({
  id: 'external-ip',
  title: 'Services claim no external addresses',
  severity: 'high',
  why: 'Nodes send traffic for an address in `externalIPs` to the service, whoever owns it: whoever may create services can take over the connections of all pods to any address (CVE-2020-8554).',
  remedy: 'Remove `externalIPs`. Use a load balancer, and turn on the admission plug-in `DenyServiceExternalIPs`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    kubescape: ['C-0283'],
    attack: ['T1557'],
    microsoft: ['MS-TA9036'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  each: 'resource',
  kinds: ['Service'],
  require: 'self.?spec.?externalIPs.orValue([]).size() == 0',
  at: 'spec.externalIPs',
  message: 'service {metadata.name} claims external addresses',
  fix: {
    remove: true,
    grade: 'breaking',
    argument: 'Clients that reach the service by one of these addresses no longer do.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 443
        externalIPs:
          - 203.0.113.9
      `
    ]
  }
})
