import { defineControl } from '../define-control.ts'

export const nodePort = defineControl({
  id: 'node-port',
  title: 'Services open no port on every node',
  severity: 'low',
  why: 'A NodePort is open on the addresses of all nodes, past ingress controllers and load balancers and whatever they check.',
  remedy: 'Use `type: ClusterIP` and publish the service through an Ingress, a Gateway or a load balancer.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    attack: ['T1133'],
    microsoft: ['MS-TA9005'],
    owasp: { '2022': ['K07'], '2025': ['K06'] }
  },
  each: 'resource',
  kinds: ['Service'],
  require: "self.?spec.?type.orValue('') != 'NodePort'",
  at: 'spec.type',
  message: 'service {metadata.name} opens a port on every node',
  fix: {
    repair: 'node-port',
    grade: 'breaking',
    argument: 'Clients that reach the service by the address of a node no longer do.'
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
        type: NodePort
        selector:
          app: web
        ports:
          - port: 80
            nodePort: 30080
      `
    ]
  }
})
