import { defineControl } from '../define-control.ts'

export const imageTagLatest = defineControl({
  id: 'image-tag-latest',
  title: 'Images name a version',
  severity: 'medium',
  why: 'The tag `latest`, or none, means whatever was pushed last: what was scanned and approved is not what runs tomorrow.',
  remedy: 'Name a version tag, or better the digest.',
  maps: {
    guide: ['image.scan'],
    nsa: ['1.5'],
    kubescape: ['C-0075'],
    attack: ['T1525', 'T1204.003'],
    microsoft: ['MS-TA9002'],
    owasp: { '2022': ['K02'], '2025': ['K04'] }
  },
  implies: ['image-without-digest'],
  each: 'container',
  require: `
    !has(self.image) || self.image == '' || self.image.contains('@') ||
    self.image.substring(self.image.lastIndexOf('/') + 1).contains(':') && !self.image.endsWith(':latest')`,
  at: 'image',
  message: '{where} runs {image}, which names no version',
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
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web@sha256:abababababababababababababababababababababababababababababababab
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:latest@sha256:abababababababababababababababababababababababababababababababab
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
            image: registry.example/web:latest
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: web
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example:5000/web
      `
    ]
  }
})
