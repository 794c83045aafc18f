import { defineControl } from '../define-control.ts'
import { hostPathThrough, hostPathUnder } from '../judging/host-path-rule.ts'

const files = ['etc/kubernetes/azure.json', 'etc/kubernetes/cloud-config', 'etc/kubernetes/cloud.conf']

export const cloudCredentialPath = defineControl({
  id: 'cloud-credential-path',
  title: 'Pods do not mount cloud credentials of the node',
  severity: 'high',
  why: 'The account of the node in its cloud usually reaches further than any pod should: other nodes, disks, registries.',
  remedy: 'Remove the volume. Give the pod an identity of its own with the workload identity of the cloud.',
  maps: {
    nsa: ['2.26'],
    kubescape: ['C-0020'],
    attack: ['T1552.001'],
    microsoft: ['MS-TA9026'],
    owasp: { '2025': ['K08'] }
  },
  implies: ['host-path-volume', 'restricted-volume-type', 'sensitive-host-path'],
  each: 'volume',
  require: `${hostPathUnder(...files)} && ${hostPathThrough('.aws', '.azure', 'gcloud')}`,
  at: 'hostPath.path',
  message: '{where} mounts cloud credentials of the node: {hostPath.path}',
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
          - name: data
            hostPath:
              path: /etc/localtime
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
            emptyDir: {}
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
              path: /etc/kubernetes/azure.json
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
            hostPath:
              path: /home/admin/.aws/credentials
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
            hostPath:
              path: /root/.config/gcloud
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
