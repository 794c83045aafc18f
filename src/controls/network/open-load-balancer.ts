import { defineControl } from '../define-control.ts'
import { limitedLoadBalancer, webPortsOnly } from '../judging/load-balancer-rule.ts'

export const openLoadBalancer = defineControl({
  id: 'open-load-balancer',
  title: 'Load balancers for anything but web traffic let in only whom they name',
  severity: 'medium',
  why: 'The port is open to the whole Internet: databases, brokers and management interfaces are found there by scanners within minutes.',
  remedy:
    'Name the address blocks that may connect in `loadBalancerSourceRanges`, or keep the load balancer inside the network with the annotation of your cloud.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    kubescape: ['C-0256'],
    attack: ['T1133'],
    microsoft: ['MS-TA9005'],
    owasp: { '2022': ['K07'], '2025': ['K06'] }
  },
  each: 'resource',
  kinds: ['Service'],
  require: `${limitedLoadBalancer} ||
    ${webPortsOnly}`,
  at: 'spec.loadBalancerSourceRanges',
  message: 'service {metadata.name} is open to every address',
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
          - port: 5432
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
          - port: 5432
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: LoadBalancer
        ports:
          - port: 443
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
          - port: 5432
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
          - port: 5432
      `
    ]
  }
})
