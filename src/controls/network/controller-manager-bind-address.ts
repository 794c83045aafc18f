import { defineControl } from '../define-control.ts'

export const controllerManagerBindAddress = defineControl({
  id: 'controller-manager-bind-address',
  title: 'The controller manager listens on the local host only',
  severity: 'medium',
  why: 'Its health and metrics are for the node itself. On every address, they are for whoever reaches the node.',
  remedy: 'Set `--bind-address=127.0.0.1`.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.12'],
    cis: { '1.8': ['1.3.7'] },
    kubescape: ['C-0150'],
    attack: ['T1133', 'T1046'],
    microsoft: ['MS-TA9029', 'MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kube-controller-manager'],
  require: "self.?bindAddress.orValue('0.0.0.0') in ['127.0.0.1', '::1', 'localhost']",
  at: 'bindAddress',
  message: '{where} listens on all addresses',
  fix: {
    setting: { to: '127.0.0.1' },
    grade: 'review',
    argument: 'What reads its metrics from another machine no longer does.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --bind-address=127.0.0.1
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --bind-address=0.0.0.0
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-controller-manager
        namespace: kube-system
      spec:
        containers:
          - name: kube-controller-manager
            image: registry.k8s.io/kube-controller-manager:v1.37.0
            command:
              - kube-controller-manager
              - --leader-elect=true
      `
    ]
  }
})
