import { defineControl } from '../define-control.ts'

export const etcdPeerAuthentication = defineControl({
  id: 'etcd-peer-authentication',
  title: 'etcd members prove to each other who they are',
  severity: 'high',
  why: 'A member that is not asked for a certificate can be anyone, and gets a copy of all objects.',
  remedy: 'Set `--peer-client-cert-auth=true` and `--peer-trusted-ca-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.15'],
    cis: { '1.8': ['2.5'] },
    kubescape: ['C-0157'],
    attack: ['T1557'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: 'self.?peerClientCertAuth.orValue(false)',
  at: 'peerClientCertAuth',
  message: '{where} takes peers without a certificate',
  fix: {
    setting: { to: true },
    grade: 'breaking',
    argument: 'Members without a certificate of the authority of their peers no longer join.'
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
              - --peer-client-cert-auth=true
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
              - --data-dir=/var/lib/etcd
      `
    ]
  }
})
