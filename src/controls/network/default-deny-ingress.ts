import { policyKinds } from '../../network/read-policies.ts'
import { defineControl } from '../define-control.ts'
import { defaultDenyVerdicts } from '../judging/default-deny-verdicts.ts'

export const defaultDenyIngress = defineControl({
  id: 'default-deny-ingress',
  title: 'Every namespace refuses connections to its pods unless a policy allows them',
  severity: 'medium',
  why: 'Without it, any pod of the cluster can connect to any other: one that is taken over reaches databases and internal services of everybody.',
  remedy:
    'Create a `NetworkPolicy` with an empty `podSelector`, `policyTypes: [Ingress]` and no rules, then one policy for each connection that is needed.',
  maps: {
    guide: ['network.isolation', 'network.firewall', 'namespace.isolation'],
    nsa: ['2.3'],
    kubescape: ['C-0030', 'C-0260'],
    attack: ['T1046', 'T1210'],
    microsoft: ['MS-TA9034', 'MS-TA9031'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  implies: ['namespace-network-policy'],
  analyse: {
    reads: ['Namespace', ...policyKinds],
    judge: (estate) => defaultDenyVerdicts(estate, 'ingress')
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: default-deny
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress, Egress]
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: names-and-neighbours
        namespace: shop
      spec:
        podSelector: {}
        ingress:
          - from:
              - podSelector: {}
        egress:
          - ports:
              - protocol: UDP
                port: 53
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: database
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: database
        policyTypes: [Ingress, Egress]
      `,
      `
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: everything
        namespace: shop
      spec:
        podSelector: {}
        policyTypes: [Ingress]
        ingress:
          - {}
      `
    ]
  }
})
