import { defineControl } from '../define-control.ts'

export const kubeProxyMetricsAddress = defineControl({
  id: 'kube-proxy-metrics-address',
  title: 'Metrics of kube-proxy are for the node only',
  severity: 'low',
  why: 'On every address, they tell whoever reaches the node which Services there are.',
  remedy: 'Remove `metricsBindAddress`, or set it to 127.0.0.1:10249.',
  maps: {
    guide: ['network.firewall'],
    nsa: ['2.13'],
    cis: { '1.9': ['4.3.1'] },
    attack: ['T1133', 'T1613'],
    microsoft: ['MS-TA9030'],
    owasp: { '2022': ['K09'], '2025': ['K06'] }
  },
  each: 'component',
  components: ['kube-proxy'],
  require:
    // Without a regular expression, since compiling one would cost every start some time.
    `['', 'localhost', '::1'].exists(own, self.?metricsBindAddress.orValue('') == own) ||
     ['127.', 'localhost:', '[::1]'].exists(own, self.?metricsBindAddress.orValue('').startsWith(own))`,
  at: 'metricsBindAddress',
  message: '{where} shows its metrics on {metricsBindAddress}',
  fix: {
    setting: { unset: true },
    grade: 'review',
    argument: 'What reads its metrics from another machine no longer does.'
  },
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: kubeproxy.config.k8s.io/v1alpha1
      kind: KubeProxyConfiguration
      metricsBindAddress: 127.0.0.1:10249
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-proxy
        namespace: kube-system
      spec:
        containers:
          - name: kube-proxy
            image: registry.k8s.io/kube-proxy:v1.37.0
            command:
              - kube-proxy
              - --metrics-bind-address=127.0.0.1:10249
      `
    ],
    fail: [
      `
      apiVersion: kubeproxy.config.k8s.io/v1alpha1
      kind: KubeProxyConfiguration
      metricsBindAddress: 0.0.0.0:10249
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: kube-proxy
        namespace: kube-system
      spec:
        containers:
          - name: kube-proxy
            image: registry.k8s.io/kube-proxy:v1.37.0
            command:
              - kube-proxy
              - --metrics-bind-address=0.0.0.0:10249
      `
    ]
  }
})
