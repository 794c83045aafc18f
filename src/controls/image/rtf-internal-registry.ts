import { defineControl } from '../define-control.ts'
import { rtfImageInspection } from '../judging/runtime-fabric/image-inspection.ts'

export const rtfInternalRegistry = defineControl({
  id: 'rtf-internal-registry',
  title: "Images of Runtime Fabric do not come from MuleSoft's own test registry",
  severity: 'high',
  why: 'A sample in the documentation names `rtf-runtime-registry.kqa.msap.io`, a registry for tests inside MuleSoft. What it serves was not released, and nobody answers for it.',
  remedy:
    'Name the registry of your control plane, or your own, under `global.image.rtfRegistry` in the values of the chart.',
  maps: { guide: ['image.trusted-repositories'], nsa: ['1.5'], attack: ['T1525'] },
  analyse: rtfImageInspection(({ reference: { registry } }, { internalRegistries }) =>
    internalRegistries.includes(registry) ? `image comes from ${registry}, a registry for tests inside MuleSoft` : null
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
            image: rtf-runtime-registry.kprod.msap.io/mulesoft/rtf-agent:v3.0.277
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
            image: rtf-runtime-registry.kqa.msap.io/mulesoft/rtf-agent:v3.0.277
      `
    ]
  }
})
