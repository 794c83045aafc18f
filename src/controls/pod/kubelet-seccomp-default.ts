import { defineControl } from '../define-control.ts'

export const kubeletSeccompDefault = defineControl({
  id: 'kubelet-seccomp-default',
  title: 'Containers get a seccomp profile by default',
  severity: 'medium',
  why: 'Without it, a pod that names no profile may make every system call of the kernel.',
  remedy: 'Set `seccompDefault: true` in the kubelet configuration.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.16'],
    cis: { '1.11': ['4.2.14'] },
    attack: ['T1611'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kubelet'],
  require: 'self.?seccompDefault.orValue(false)',
  at: 'seccompDefault',
  message: '{where} gives containers no seccomp profile by default',
  fix: {
    setting: { to: true },
    grade: 'review',
    argument: 'Containers without a profile of their own no longer make calls that administer the node.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      seccompDefault: true
      `
    ],
    fail: [
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      rotateCertificates: true
      `
    ]
  }
})
