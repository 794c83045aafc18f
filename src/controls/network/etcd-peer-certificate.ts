import { defineControl } from '../define-control.ts'

export const etcdPeerCertificate = defineControl({
  id: 'etcd-peer-certificate',
  title: 'etcd members talk over TLS',
  severity: 'high',
  why: 'Members send each other all objects of the cluster.',
  remedy: 'Set `--peer-cert-file` and `--peer-key-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.15'],
    cis: { '1.8': ['2.4'] },
    kubescape: ['C-0156'],
    attack: ['T1557'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: "self.?peerCertFile.orValue('') != '' && self.?peerKeyFile.orValue('') != ''",
  at: 'peerCertFile',
  message: '{where} has no certificate for its peers',
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
              - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt
              - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key
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
