import { defineControl } from '../define-control.ts'
import { podSettingInspection } from '../judging/runtime-fabric/pod-setting-inspection.ts'

export const muleServiceAccountToken = defineControl({
  id: 'mule-service-account-token',
  title: 'Mule applications are given no service account token unasked',
  severity: 'medium',
  why: 'The token authenticates whoever reads it to the API server. A Mule application that never calls it only keeps the token for intruders.',
  remedy:
    'Set `spec.pod.automountServiceAccountToken: false`, in the KubernetesTemplate for what Runtime Manager deploys (2.6 and later) and in each MuleApplication. Where an application calls the API server, tolerate it by an exception and bind a role of its own to its account.',
  maps: {
    guide: ['token.automount'],
    nsa: ['1.19'],
    cis: { '1.8': ['5.1.6'] },
    attack: ['T1528', 'T1552.007']
  },
  analyse: podSettingInspection(['spec', 'pod', 'automountServiceAccountToken'], (pod) => {
    if (pod.automountServiceAccountToken === false) return null
    return pod.automountServiceAccountToken === true
      ? 'has tokens mounted into its pods'
      : 'does not keep tokens out of its pods'
  }),
  fix: {
    set: false,
    grade: 'review',
    argument: 'An application that calls the API server loses its token; what it deploys with says nothing of that.'
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: mule-application
        namespace: rtf
      spec:
        pod:
          automountServiceAccountToken: false
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: mule-application
        namespace: rtf
      spec:
        pod:
          env:
            ENABLE_CONSOLE_LOG: "true"
      `,
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        runtimeVersion: "4.9.20:9-java17"
        pod:
          automountServiceAccountToken: true
      `
    ]
  }
})
