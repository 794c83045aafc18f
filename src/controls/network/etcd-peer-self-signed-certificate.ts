import { defineControl } from '../define-control.ts'

export const etcdPeerSelfSignedCertificate = defineControl({
  id: 'etcd-peer-self-signed-certificate',
  title: 'etcd members do not make up certificates',
  severity: 'high',
  why: 'Members cannot verify certificates that each made up by itself.',
  remedy: 'Remove `--peer-auto-tls`, and give each member a certificate of their authority.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.15'],
    cis: { '1.8': ['2.6'] },
    kubescape: ['C-0158'],
    attack: ['T1557'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: '!self.?peerAutoTls.orValue(false)',
  at: 'peerAutoTls',
  message: '{where} makes up its own certificate for peers',
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
              - --data-dir=/var/lib/etcd
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
              - --peer-auto-tls=true
      `
    ]
  }
})
