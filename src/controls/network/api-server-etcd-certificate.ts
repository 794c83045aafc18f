import { defineControl } from '../define-control.ts'

export const apiServerEtcdCertificate = defineControl({
  id: 'api-server-etcd-certificate',
  title: 'The API server proves to etcd who it is',
  severity: 'critical',
  why: 'etcd holds every Secret. Without a client certificate, it has to answer anyone who reaches it.',
  remedy: 'Set `--etcd-certfile` and `--etcd-keyfile`, and name etcd by https in `--etcd-servers`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.17'],
    cis: { '1.8': ['1.2.24'], '1.9': ['1.2.23'] },
    kubescape: ['C-0137'],
    attack: ['T1557'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  // What goes through a socket of the node itself needs no certificates.
  require:
    "(self.?etcdCertfile.orValue('') != '' && self.?etcdKeyfile.orValue('') != '') || (self.?etcdServers.orValue([]).size() > 0 && self.etcdServers.all(server, server.startsWith('unix:')))",
  at: 'etcdCertfile',
  message: '{where} has no client certificate for etcd',
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
              - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
              - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
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
              - --etcd-servers=http://127.0.0.1:2379
      `
    ]
  }
})
