import { defineControl } from '../define-control.ts'

export const tlsMinimumVersion = defineControl({
  id: 'tls-minimum-version',
  title: 'Components of the cluster speak TLS 1.2 or newer',
  severity: 'high',
  why: 'TLS 1.0 and 1.1 are broken, and forbidden since RFC 8996.',
  remedy: 'Remove the setting of the minimum version, or set it to TLS 1.2 or 1.3.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.20'],
    attack: ['T1557'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  rules: [
    {
      each: 'component',
      components: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet'],
      require: "!(self.?tlsMinVersion.orValue('') in ['VersionTLS10', 'VersionTLS11'])",
      at: 'tlsMinVersion',
      message: '{where} allows {tlsMinVersion}'
    },
    {
      each: 'component',
      components: ['etcd'],
      require: "!(self.?tlsMinVersion.orValue('') in ['TLS1.0', 'TLS1.1'])",
      at: 'tlsMinVersion',
      message: '{where} allows {tlsMinVersion}'
    }
  ],
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'Clients that know no TLS newer than 1.1 no longer connect.'
  },
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
              - --tls-min-version=VersionTLS12
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
              - --tls-min-version=TLS1.3
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      tlsMinVersion: VersionTLS13
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
              - --tls-min-version=VersionTLS10
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
              - --tls-min-version=TLS1.1
      `,
      `
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      tlsMinVersion: VersionTLS11
      `
    ]
  }
})
