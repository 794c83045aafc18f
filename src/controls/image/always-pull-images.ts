import { defineControl } from '../define-control.ts'

export const alwaysPullImages = defineControl({
  id: 'always-pull-images',
  title: 'Images are pulled with the credentials of each pod',
  severity: 'low',
  why: 'Without AlwaysPullImages, whoever can start a pod on a node can run every private image that the node already has.',
  remedy:
    'Add `AlwaysPullImages` to `--enable-admission-plugins`, or since Kubernetes 1.35 set `imagePullCredentialsVerificationPolicy: AlwaysVerify` in the kubelet configuration.',
  maps: {
    guide: ['image.trusted-repositories'],
    nsa: ['1.5'],
    cis: { '1.8': ['1.2.11'] },
    attack: ['T1525'],
    microsoft: ['MS-TA9002', 'MS-TA9037'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "'AlwaysPullImages' in self.?enableAdmissionPlugins.orValue([])",
  at: 'enableAdmissionPlugins',
  message: '{where} does not run the admission plug-in AlwaysPullImages',
  fix: {
    setting: { add: 'AlwaysPullImages' },
    grade: 'review',
    argument: 'Pods no longer start while their registry cannot be reached.'
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
              - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
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
