import { defineControl } from '../define-control.ts'

export const etcdCertificate = defineControl({
  id: 'etcd-certificate',
  title: 'etcd serves clients over TLS',
  severity: 'critical',
  why: 'etcd holds all objects of the cluster. Without TLS, whoever sees its traffic reads every Secret.',
  remedy: 'Set `--cert-file` and `--key-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.14'],
    cis: { '1.8': ['2.1'] },
    kubescape: ['C-0153'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K06', 'K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: "self.?certFile.orValue('') != '' && self.?keyFile.orValue('') != ''",
  at: 'certFile',
  message: '{where} has no certificate for clients',
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
              - --cert-file=/etc/kubernetes/pki/etcd/server.crt
              - --key-file=/etc/kubernetes/pki/etcd/server.key
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
              - --cert-file=/etc/kubernetes/pki/etcd/server.crt
      `
    ]
  }
})
