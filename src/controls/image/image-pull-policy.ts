import { defineControl } from '../define-control.ts'

export const imagePullPolicy = defineControl({
  id: 'image-pull-policy',
  title: 'Images are pinned by digest or pulled anew',
  severity: 'low',
  why: 'An image that is on the node already is started without asking the registry: under a tag that has moved since, or for a pod that may not pull it.',
  remedy: 'Pin the image by digest, or set `imagePullPolicy: Always`.',
  maps: {
    kubescape: ['C-0075'],
    attack: ['T1525'],
    microsoft: ['MS-TA9002'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  each: 'container',
  require: `
    !has(self.image) || self.image == '' || self.image.contains('@') ||
    self.?imagePullPolicy.orValue('') == 'Always' ||
    self.?imagePullPolicy.orValue('') == '' && (self.image.endsWith(':latest') ||
      !self.image.substring(self.image.lastIndexOf('/') + 1).contains(':'))`,
  at: 'imagePullPolicy',
  message: '{where} starts whatever image its node has under the tag of {image}',
  fix: {
    set: 'Always',
    grade: 'review',
    argument: 'Pods no longer start while the registry cannot be reached, nor from images that only the node has.'
  },
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
            image: registry.example/web:1.4
            imagePullPolicy: Always
          - name: unnamed-version
            image: registry.example/tool
          - name: proxy
            image: registry.example/proxy@sha256:abababababababababababababababababababababababababababababababab
            imagePullPolicy: IfNotPresent
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
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:latest
            imagePullPolicy: Never
      `
    ]
  }
})
