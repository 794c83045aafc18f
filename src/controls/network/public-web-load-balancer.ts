import { defineControl } from '../define-control.ts'
import { limitedLoadBalancer, webPortsOnly } from '../judging/load-balancer-rule.ts'

export const publicWebLoadBalancer = defineControl({
  id: 'public-web-load-balancer',
  title: 'Load balancers for web traffic are public on purpose only',
  severity: 'low',
  why: 'Whatever answers there can be reached from the whole Internet. That is meant for a public site, and seldom for anything else.',
  remedy:
    'Name the address blocks that may connect in `loadBalancerSourceRanges`, or keep the load balancer inside the network with the annotation of your cloud.',
  maps: {
    kubescape: ['C-0256'],
    attack: ['T1133'],
    microsoft: ['MS-TA9005'],
    owasp: { '2022': ['K07'], '2025': ['K06'] }
  },
  each: 'resource',
  kinds: ['Service'],
  require: `${limitedLoadBalancer} ||
    !${webPortsOnly}`,
  at: 'spec.loadBalancerSourceRanges',
  message: 'service {metadata.name} serves web traffic to every address',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: LoadBalancer
        loadBalancerSourceRanges: [192.0.2.0/24]
        ports:
          - port: 443
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        annotations:
          networking.gke.io/load-balancer-type: Internal
      spec:
        type: LoadBalancer
        ports:
          - port: 443
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: LoadBalancer
        ports:
          - port: 5432
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: LoadBalancer
        ports:
          - port: 443
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: LoadBalancer
        loadBalancerSourceRanges: [0.0.0.0/0]
        ports:
          - port: 443
      `
    ]
  }
})
