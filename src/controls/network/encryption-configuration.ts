import { defineControl } from '../define-control.ts'

export const encryptionConfiguration = defineControl({
  id: 'encryption-configuration',
  title: 'The API server encrypts Secrets before it stores them',
  severity: 'high',
  why: 'Otherwise every copy of etcd, its backups and its disk hold all Secrets in clear text.',
  remedy: 'Write an EncryptionConfiguration, name it in `--encryption-provider-config`, then rewrite all Secrets.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.22'],
    cis: { '1.8': ['1.2.28'], '1.9': ['1.2.27'] },
    kubescape: ['C-0066', 'C-0141'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?encryptionProviderConfig.orValue('') != ''",
  at: 'encryptionProviderConfig',
  message: '{where} stores Secrets in clear text',
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
              - --encryption-provider-config=/etc/kubernetes/encryption.yaml
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
              - --etcd-servers=https://127.0.0.1:2379
      `
    ]
  }
})
