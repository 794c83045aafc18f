import { defineControl } from '../define-control.ts'

export const kubeletIptablesChains = defineControl({
  id: 'kubelet-iptables-chains',
  title: 'The kubelet keeps its packet filter rules',
  severity: 'low',
  why: 'Without its chains, rules of the node that pods rely on may be missing.',
  remedy: 'Remove `makeIPTablesUtilChains: false`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    cis: { '1.8': ['4.2.6'] },
    attack: ['T1046'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?makeIPTablesUtilChains.orValue(true)',
  at: 'makeIPTablesUtilChains',
  message: '{where} does not keep its packet filter rules',
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'The kubelet writes its chains of iptables again, also where something else was to.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      makeIPTablesUtilChains: true
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      rotateCertificates: true
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      makeIPTablesUtilChains: false
      `
    ]
  }
})
