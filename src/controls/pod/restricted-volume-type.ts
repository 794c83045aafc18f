import { defineControl } from '../define-control.ts'

/** The types that stay inside the cluster. A volume with only a name is an emptyDir by default. */
const core = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret'
]

export const restrictedVolumeType = defineControl({
  id: 'restricted-volume-type',
  title: 'Pods use core volume types only',
  severity: 'low',
  why: 'Other types reach the node or a storage server with credentials in the pod spec, past the checks that a claim or a CSI driver goes through.',
  remedy:
    'Use a persistent volume claim or a CSI driver. Allowed are configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected, secret.',
  maps: {
    cis: { '1.8': ['5.7.3'], '1.11': ['5.6.3'] },
    pss: ['restrictedVolumes'],
    attack: ['T1611'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['host-path-volume'],
  each: 'volume',
  require: core.map((type) => `has(self.${type})`).join(' || '),
  at: '',
  message: '{where} is of the type {fields}, which restricted pods may not use',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        volumes:
          - name: nothing-said
          - name: scratch
            emptyDir: {}
          - name: settings
            configMap:
              name: settings
          - name: data
            persistentVolumeClaim:
              claimName: data
          - name: models
            image:
              reference: registry.example/models:3
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        volumes:
          - name: data
            hostPath:
              path: /data
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
        volumes:
          - name: data
            nfs:
              server: nfs.example
              path: /export
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
        volumes:
          - name: data
            gitRepo:
              repository: https://git.example/repository.git
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
