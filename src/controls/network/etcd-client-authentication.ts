import { defineControl } from '../define-control.ts'

export const etcdClientAuthentication = defineControl({
  id: 'etcd-client-authentication',
  title: 'etcd answers authenticated clients only',
  severity: 'critical',
  why: 'Whoever reaches etcd without being asked for a certificate can read and change every object, past all access control.',
  remedy: 'Set `--client-cert-auth=true` and `--trusted-ca-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.14'],
    cis: { '1.8': ['2.2'] },
    kubescape: ['C-0154'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K06', 'K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: 'self.?clientCertAuth.orValue(false)',
  at: 'clientCertAuth',
  message: '{where} answers clients without a certificate',
  fix: {
    setting: { to: true },
    grade: 'breaking',
    argument: 'Clients without a certificate of the authority of etcd no longer reach it.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.7.0-0
            command:
              - etcd
              - --client-cert-auth=true
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.7.0-0
            command:
              - etcd
              - --client-cert-auth
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.7.0-0
            command:
              - etcd
              - --client-cert-auth=false
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: etcd
        namespace: kube-system
      spec:
        containers:
          - name: etcd
            image: registry.k8s.io/etcd:3.7.0-0
            command:
              - etcd
              - --data-dir=/var/lib/etcd
      `
    ]
  }
})
