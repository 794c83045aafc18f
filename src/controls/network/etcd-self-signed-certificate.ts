import { defineControl } from '../define-control.ts'

export const etcdSelfSignedCertificate = defineControl({
  id: 'etcd-self-signed-certificate',
  title: 'etcd does not make up certificates for clients',
  severity: 'high',
  why: 'Nobody can verify a certificate that etcd made up by itself.',
  remedy: 'Remove `--auto-tls`, and give etcd a certificate of its authority.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.14'],
    cis: { '1.8': ['2.3'] },
    kubescape: ['C-0155'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K06', 'K07'] }
  },
  each: 'component',
  components: ['etcd'],
  require: '!self.?autoTls.orValue(false)',
  at: 'autoTls',
  message: '{where} makes up its own certificate for clients',
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
              - --auto-tls=false
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
              - --auto-tls
      `
    ]
  }
})
