import { defineControl } from '../define-control.ts'

export const denyExternalIps = defineControl({
  id: 'deny-external-ips',
  title: 'Services cannot take external IP addresses',
  severity: 'medium',
  why: 'Whoever may create a Service could otherwise take over traffic to any address by naming it in `externalIPs` (CVE-2020-8554).',
  remedy: 'Add `DenyServiceExternalIPs` to `--enable-admission-plugins`.',
  maps: {
    guide: ['network.isolation'],
    nsa: ['2.13'],
    cis: { '1.8': ['1.2.3'] },
    kubescape: ['C-0283'],
    attack: ['T1557'],
    microsoft: ['MS-TA9036'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "'DenyServiceExternalIPs' in self.?enableAdmissionPlugins.orValue([])",
  at: 'enableAdmissionPlugins',
  message: '{where} does not run the admission plug-in DenyServiceExternalIPs',
  fix: {
    setting: { add: 'DenyServiceExternalIPs' },
    grade: 'review',
    argument: 'Services can no longer be given external addresses.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-apiserver
        namespace: kube-system
      spec:
        containers:
          - name: kube-apiserver
            image: registry.k8s.io/kube-apiserver:v1.37.0
            command:
              - kube-apiserver
              - --enable-admission-plugins=NodeRestriction
      `
    ]
  }
})
