import { defineControl } from '../define-control.ts'
import { rtfImageInspection } from '../judging/runtime-fabric/image-inspection.ts'

export const rtfLocalRegistry = defineControl({
  id: 'rtf-local-registry',
  title: 'Images of Runtime Fabric come from a registry of your own',
  severity: 'low',
  why: 'What comes straight from MuleSoft was scanned by nobody of yours, and what is not there any more cannot be pulled again.',
  remedy:
    'Copy the images of each version, and of each Mule runtime, to a registry that scans them, and name it under `global.image.rtfRegistry`. There is no way back to the registry of MuleSoft without a new instance.',
  maps: { guide: ['image.local-registry'], nsa: ['1.5'], attack: ['T1525'] },
  analyse: rtfImageInspection(({ reference: { registry } }, { controlPlanes }) =>
    controlPlanes.some((plane) => plane.registry === registry)
      ? `image comes straight from ${registry}, and from no registry of your own`
      : null
  ),
  rtf: 'settable',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: agent
        namespace: rtf
      spec:
        containers:
          - name: rtfd
            image: registry.example/mulesoft/rtf-agent:v3.0.277
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: agent
        namespace: rtf
      spec:
        containers:
          - name: rtfd
            image: rtf-runtime-registry.kprod.msap.io/mulesoft/rtf-agent:v3.0.277
      `
    ]
  }
})
