import { policyKinds } from '../../network/read-policies.ts'
import { defineControl } from '../define-control.ts'
import { openRuleVerdicts } from '../judging/open-rules.ts'

export const openIngressRule = defineControl({
  id: 'open-ingress-rule',
  title: 'Network policies let in whom they name, not everyone',
  severity: 'medium',
  why: 'A rule that limits neither who connects nor to which port undoes the policy it stands in, and all others for the same pods.',
  remedy: 'Name the pods, namespaces or address blocks that need to connect under `from`, and the ports under `ports`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.5'],
    attack: ['T1046'],
    microsoft: ['MS-TA9031'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: ['Namespace', ...policyKinds], judge: (estate) => openRuleVerdicts(estate, 'ingress') },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Ingress]
        ingress:
          - from:
              - ipBlock:
                  cidr: 0.0.0.0/0
            ports:
              - port: 8443
          - from:
              - podSelector: {}
      `
    ],
    fail: [
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Ingress]
        ingress:
          - {}
      `,
      `
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
      spec:
        podSelector:
          matchLabels:
            app: web
        policyTypes: [Ingress]
        ingress:
          - from:
              - ipBlock:
                  cidr: ::/0
          - from:
              - namespaceSelector: {}
            ports:
              - protocol: TCP
                port: 1
                endPort: 65535
              - protocol: UDP
      `
    ]
  }
})
