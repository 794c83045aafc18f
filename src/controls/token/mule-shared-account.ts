import { mappingAt } from '../../estate/mapping.ts'
import { defineControl } from '../define-control.ts'
import { podSettingInspection } from '../judging/runtime-fabric/pod-setting-inspection.ts'

export const muleSharedAccount = defineControl({
  id: 'mule-shared-account',
  title: 'Each Mule application has a service account of its own',
  severity: 'medium',
  why: '`DISABLE_PER_APP_SA` makes applications share the account `default` of their namespace: a right that one of them needs is then a right of all.',
  remedy: 'Remove `spec.pod.env.DISABLE_PER_APP_SA`: Runtime Fabric then makes an account for each application.',
  maps: {
    guide: ['access.unique-roles', 'token.rbac'],
    nsa: ['1.19'],
    cis: { '1.8': ['5.1.5'] },
    attack: ['T1528']
  },
  analyse: podSettingInspection(['spec', 'pod', 'env', 'DISABLE_PER_APP_SA'], (pod) =>
    String(mappingAt(pod, 'env')?.DISABLE_PER_APP_SA) === 'true'
      ? 'makes applications share the account "default"'
      : null
  ),
  fix: {
    remove: true,
    grade: 'review',
    argument: 'Applications that use rights of the shared account lose them with the next deployment.'
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
          env:
            ENABLE_CONSOLE_LOG: "true"
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
            DISABLE_PER_APP_SA: "true"
      `
    ]
  }
})
