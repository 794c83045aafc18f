import { defineControl } from '../define-control.ts'

export const imageWithoutDigest = defineControl({
  id: 'image-without-digest',
  title: 'Images are pinned by digest',
  severity: 'low',
  why: 'A tag can be moved to another image by whoever may push to the registry. A digest cannot.',
  remedy: 'Append `@sha256:…` of the image that was tested. Tools such as Renovate keep it current.',
  maps: {
    nsa: ['1.7'],
    kubescape: ['C-0306'],
    attack: ['T1525', 'T1204.003'],
    microsoft: ['MS-TA9002'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  implies: ['image-pull-policy'],
  each: 'container',
  require: "!has(self.image) || self.image == '' || self.image.contains('@')",
  at: 'image',
  message: '{where} runs {image}, which a push can change',
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4@sha256:abababababababababababababababababababababababababababababababab
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
