import { defineControl } from '../define-control.ts'

export const auditWebhook = defineControl({
  id: 'audit-webhook',
  title: 'Audit events leave the cluster',
  severity: 'medium',
  why: 'Who takes over the control plane can delete its logs. Events that were sent away at once stay.',
  remedy:
    'Set `--audit-webhook-config-file`, or have an agent on the control plane send the log away and record that as an exception.',
  maps: {
    guide: ['audit.aggregate'],
    nsa: ['4.4', '4.8'],
    attack: ['T1070'],
    microsoft: ['MS-TA9021', 'MS-TA9022'],
    owasp: { '2022': ['K05'], '2025': ['K10'] }
  },
  each: 'component',
  components: ['kube-apiserver'],
  require: "self.?auditWebhookConfigFile.orValue('') != ''",
  at: 'auditWebhookConfigFile',
  message: '{where} sends audit events nowhere',
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
              - --audit-webhook-config-file=/etc/kubernetes/audit-webhook.yaml
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
              - --audit-log-path=/var/log/kubernetes/audit.log
      `
    ]
  }
})
