import { settingPath } from '../../estate/components/component.ts'
import { componentsOfAllKinds, type EstateAnalysis, fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'

const analyse: EstateAnalysis = {
  reads: [componentsOfAllKinds],
  *judge({ components }) {
    const ofCluster = new Set(
      components.flatMap(({ name, settings }) => (name === 'kube-apiserver' ? [settings.clientCaFile] : []))
    )
    if (ofCluster.size === 0) return
    for (const component of components) {
      const { name, resource, container, settings } = component
      const { trustedCaFile } = settings
      if (name !== 'etcd' || typeof trustedCaFile !== 'string') continue
      yield ofCluster.has(trustedCaFile)
        ? fails(resource, `etcd trusts ${trustedCaFile}, the authority for clients of the API server`, {
            path: settingPath(component, ['trustedCaFile']),
            item: name,
            container
          })
        : passes(resource)
    }
  }
}

export const etcdCertificateAuthority = defineControl({
  id: 'etcd-certificate-authority',
  title: 'etcd has a certificate authority of its own',
  severity: 'medium',
  why: 'With the authority of the cluster, every certificate of the cluster, such as that of a kubelet, opens etcd.',
  remedy: 'Sign the certificates of etcd and of its clients by another authority, and name it in `--trusted-ca-file`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.16'],
    cis: { '1.8': ['2.7'] },
    kubescape: ['C-0159'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9025'],
    owasp: { '2022': ['K09', 'K10'], '2025': ['K07'] }
  },
  analyse,
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
              - --trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt
      ---
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
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
              - --trusted-ca-file=/etc/kubernetes/pki/ca.crt
      ---
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
              - --client-ca-file=/etc/kubernetes/pki/ca.crt
      `
    ]
  }
})
