import { defineControl } from '../define-control.ts'

export const apiServerEtcdCa = defineControl({
  id: 'api-server-etcd-ca',
  title: 'The API server verifies the certificate of etcd',
  severity: 'high',
  why: 'Otherwise anyone between API server and etcd can read and change all objects, Secrets among them.',
  remedy: 'Set `--etcd-cafile` to the certificate authority of etcd.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.17'],
    cis: { '1.8': ['1.2.27'], '1.9': ['1.2.26'] },
    kubescape: ['C-0140'],
    attack: ['T1557'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  // What goes through a socket of the node itself needs no certificates.
  require:
    "self.?etcdCafile.orValue('') != '' || (self.?etcdServers.orValue([]).size() > 0 && self.etcdServers.all(server, server.startsWith('unix:')))",
  at: 'etcdCafile',
  message: '{where} does not verify the certificate of etcd',
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
              - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
      `,
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
              - --etcd-servers=unix://kine.sock
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
