import { rtfKinds, templateName } from '../../rtf/facts/names.ts'
import { fails, passes } from '../analysis.ts'
import { defineControl } from '../define-control.ts'
import { isOfRtf } from '../judging/runtime-fabric/settings-holders.ts'

export const muleTemplateName = defineControl({
  id: 'mule-template-name',
  title: 'A KubernetesTemplate has the name that Runtime Fabric looks for',
  severity: 'high',
  why: 'The agent takes the template named `mule-application` alone. One of another name sets nothing, and nobody is told.',
  remedy:
    'Call it `mule-application`; there is one for a namespace of applications, and one for all in that of the agent.',
  maps: { guide: ['pod.technical-control'] },
  analyse: {
    reads: [rtfKinds.template],
    *inspect(resource) {
      if (!isOfRtf(resource)) return
      yield resource.name === templateName
        ? passes(resource)
        : fails(resource, `the template has no effect: its name is not ${templateName}`, { path: ['metadata', 'name'] })
    }
  },
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: mule-application
        namespace: mule-production
      spec: {}
      `
    ],
    fail: [
      `
      apiVersion: rtf.mulesoft.com/v1
      kind: KubernetesTemplate
      metadata:
        name: hardening
        namespace: mule-production
      spec: {}
      `
    ]
  }
})
