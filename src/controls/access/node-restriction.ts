import { defineControl } from '../define-control.ts'

export const nodeRestriction = defineControl({
  id: 'node-restriction',
  title: 'Kubelets change their own node only',
  severity: 'high',
  why: 'Without NodeRestriction, one kubelet whose node was taken over can change the labels, taints and pods of every other node.',
  remedy: 'Add `NodeRestriction` to `--enable-admission-plugins`.',
  maps: {
    guide: ['access.least-privilege'],
    nsa: ['3.8'],
    cis: { '1.8': ['1.2.15'], '1.9': ['1.2.14'] },
    kubescape: ['C-0127'],
    attack: ['T1078'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K03'], '2025': ['K02'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require:
    "'NodeRestriction' in self.?enableAdmissionPlugins.orValue([]) && !('NodeRestriction' in self.?disableAdmissionPlugins.orValue([]))",
  at: 'enableAdmissionPlugins',
  message: '{where} does not run the admission plug-in NodeRestriction',
  fix: {
    setting: { add: 'NodeRestriction' },
    grade: 'review',
    argument: 'Kubelets that change labels or objects of other nodes are refused.'
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
              - --enable-admission-plugins=NodeRestriction,AlwaysPullImages
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
              - --enable-admission-plugins=AlwaysPullImages
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
              - --authorization-mode=Node,RBAC
      `
    ]
  }
})
