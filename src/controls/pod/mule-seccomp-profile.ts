import { mappingAt } from '../../estate/mapping.ts'
import { defineControl } from '../define-control.ts'
import { podSettingInspection } from '../judging/runtime-fabric/pod-setting-inspection.ts'

export const muleSeccompProfile = defineControl({
  id: 'mule-seccomp-profile',
  title: 'Mule applications are given a seccomp profile',
  severity: 'medium',
  why: 'Without a profile an application may make every system call of the node, most of which it never needs and some of which break out.',
  remedy:
    'Set `spec.pod.containerSecurityContext.seccompProfile.type: RuntimeDefault`, in the KubernetesTemplate for what Runtime Manager deploys and in each MuleApplication.',
  maps: {
    guide: ['pod.technical-control'],
    nsa: ['1.16'],
    cis: { '1.8': ['5.7.2'], '1.11': ['5.6.2'] },
    attack: ['T1611']
  },
  analyse: podSettingInspection(['spec', 'pod', 'containerSecurityContext', 'seccompProfile', 'type'], (pod) => {
    const profile = mappingAt(mappingAt(pod, 'containerSecurityContext') ?? {}, 'seccompProfile')
    if (profile === undefined) return 'gives its pods no seccomp profile'
    return profile.type === 'RuntimeDefault' || profile.type === 'Localhost'
      ? null
      : 'lets its pods make every system call'
  }),
  fix: {
    set: 'RuntimeDefault',
    grade: 'review',
    argument:
      'The profile of the container runtime allows what Java programs call; native libraries of an application may call more.'
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
          containerSecurityContext:
            seccompProfile:
              type: RuntimeDefault
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
          ephemeralStorageLimit: 4Gi
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
          containerSecurityContext:
            seccompProfile:
              type: Unconfined
      `
    ]
  }
})
