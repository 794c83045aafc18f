import { isQuantity } from '../../kubernetes/quantity/parse.ts'
import { defineControl } from '../define-control.ts'
import { podSettingInspection } from '../judging/runtime-fabric/pod-setting-inspection.ts'

export const muleStorageLimit = defineControl({
  id: 'mule-storage-limit',
  title: 'The storage limit of Mule applications is a quantity of Kubernetes',
  severity: 'medium',
  why: 'Documentation of Runtime Fabric 2.4 to 2.6 shows `4gb`, which Kubernetes does not read: deployments fail, or run without the limit that keeps one application from filling the node.',
  remedy: 'Write `spec.pod.ephemeralStorageLimit` as a quantity, such as `4Gi`.',
  maps: { guide: ['namespace.resource-policies'], nsa: ['2.9'], attack: ['T1499'] },
  analyse: podSettingInspection(['spec', 'pod', 'ephemeralStorageLimit'], ({ ephemeralStorageLimit: limit }) => {
    if (limit === undefined || limit === null || isQuantity(String(limit))) return null
    return `limits storage to "${String(limit)}", which is no quantity`
  }),
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
          ephemeralStorageLimit: 4Gi
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
          ephemeralStorageLimit: 4gb
      `
    ]
  }
})
