import { mappingAt } from '../../estate/mapping.ts'
import { defineControl } from '../define-control.ts'
import { podSettingInspection } from '../judging/runtime-fabric/pod-setting-inspection.ts'

export const muleRunAsNonRoot = defineControl({
  id: 'mule-run-as-non-root',
  title: 'Mule applications are refused where their image runs as root',
  severity: 'low',
  why: 'Runtime Fabric runs applications as a user of its own. `runAsNonRoot` makes the kubelet hold every image to that, whatever a later version brings.',
  remedy:
    'Set `spec.pod.containerSecurityContext.runAsNonRoot: true`, in the KubernetesTemplate for what Runtime Manager deploys and in each MuleApplication. User and group themselves are set by Runtime Fabric.',
  maps: {
    guide: ['pod.non-root', 'pod.technical-control.root'],
    nsa: ['1.1'],
    cis: { '1.8': ['5.2.7'] },
    attack: ['T1611']
  },
  analyse: podSettingInspection(['spec', 'pod', 'containerSecurityContext', 'runAsNonRoot'], (pod) =>
    mappingAt(pod, 'containerSecurityContext')?.runAsNonRoot === true
      ? null
      : 'does not hold its pods to a user other than root'
  ),
  fix: {
    set: true,
    grade: 'review',
    argument:
      'Runtime Fabric runs applications as a user other than root; an image of your own that names its user by a word would not start.'
  },
  rtf: 'settable',
  examples: {
    pass: [
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
            runAsNonRoot: true
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: MuleApplication
      metadata:
        name: orders-api
        namespace: mule-production
      spec:
        runtimeVersion: "4.9.20:9-java17"
      `
    ]
  }
})
