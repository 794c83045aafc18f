import { defineControl } from '../define-control.ts'

export const auditPolicyFile = defineControl({
  id: 'audit-policy-file',
  title: 'The API server has an audit policy',
  severity: 'high',
  why: 'Without a policy nothing is recorded: nobody can tell afterwards who did what.',
  remedy: 'Write an audit policy and name it in `--audit-policy-file`.',
  maps: {
    guide: ['audit.monitor'],
    nsa: ['4.1'],
    cis: { '1.8': ['3.2.1'] },
    kubescape: ['C-0067', 'C-0160'],
    attack: ['T1562'],
    microsoft: ['MS-TA9022'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?auditPolicyFile.orValue('') != ''",
  at: 'auditPolicyFile',
  message: '{where} has no audit policy',
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
              - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
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
              - --audit-log-path=/var/log/audit.log
      `
    ]
  }
})
