import { policyKinds } from '../../network/read-policies.ts'
import { defineControl } from '../define-control.ts'
import { openRuleVerdicts } from '../judging/open-rules.ts'

export const openEgressRule = defineControl({
  id: 'open-egress-rule',
  title: 'Network policies let out to what they name, not everywhere',
  severity: 'low',
  why: 'A rule that limits neither destination nor port lets a pod that is taken over load tools, send data away and scan the network.',
  remedy: 'Name the pods, namespaces or address blocks that the pods need under `to`, and the ports under `ports`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.5'],
    attack: ['T1046'],
    microsoft: ['MS-TA9031'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  analyse: { reads: ['Namespace', ...policyKinds], judge: (estate) => openRuleVerdicts(estate, 'egress') },
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
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock:
                  cidr: 0.0.0.0/0
            ports:
              - port: 8443
          - to:
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
        policyTypes: [Egress]
        egress:
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
        policyTypes: [Egress]
        egress:
          - to:
              - ipBlock:
                  cidr: ::/0
          - to:
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
