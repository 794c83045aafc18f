import { defineControl } from '../define-control.ts'

export const serviceAccountPrivateKey = defineControl({
  id: 'service-account-private-key',
  title: 'The controller manager signs service account tokens with a key of its own',
  severity: 'medium',
  why: 'Tokens that are signed with another key cannot be told from what that key is for, and it cannot be replaced alone.',
  remedy: 'Set `--service-account-private-key-file` to the private key whose public half the API server has.',
  maps: {
    guide: ['token.rbac'],
    nsa: ['3.14'],
    cis: { '1.8': ['1.3.4'] },
    attack: ['T1528', 'T1550.001'],
    microsoft: ['MS-TA9016'],
    owasp: { '2022': ['K06'], '2025': ['K09'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: "self.?serviceAccountPrivateKeyFile.orValue('') != ''",
  at: 'serviceAccountPrivateKeyFile',
  message: '{where} has no key for service account tokens',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --leader-elect=true
      `
    ]
  }
})
