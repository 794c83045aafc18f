import { defineControl } from '../define-control.ts'
import { hostPathIs } from '../judging/host-path-rule.ts'

const places = ['run', 'var/run']

const sockets = places.flatMap((place) => [
  `${place}/docker.sock`,
  `${place}/dockershim.sock`,
  `${place}/cri-dockerd.sock`,
  `${place}/containerd/containerd.sock`,
  `${place}/k3s/containerd/containerd.sock`,
  `${place}/crio/crio.sock`,
  `${place}/podman/podman.sock`,
  `${place}/frakti.sock`
])

/** Folders that hold one of the sockets. */
const folders = places.flatMap((place) => [
  place,
  `${place}/containerd`,
  `${place}/k3s`,
  `${place}/k3s/containerd`,
  `${place}/crio`,
  `${place}/podman`
])

export const containerRuntimeSocket = defineControl({
  id: 'container-runtime-socket',
  title: 'Pods do not mount the socket of the container runtime',
  severity: 'critical',
  why: 'Who can talk to the container runtime starts a privileged container on the node, unseen by the API server and its policies.',
  remedy: 'Remove the volume. Build images with a tool that needs no daemon, and read metrics from the kubelet.',
  maps: {
    guide: ['pod.technical-control.breakout'],
    nsa: ['1.11'],
    cis: { '1.8': ['5.2.12'], '1.12': ['5.2.11'] },
    kubescape: ['C-0074'],
    attack: ['T1610', 'T1611', 'T1612'],
    microsoft: ['MS-TA9013'],
    owasp: { '2022': ['K01'] }
  },
  implies: ['host-path-volume', 'restricted-volume-type'],
  each: 'volume',
  require: hostPathIs(...sockets, ...folders),
  at: 'hostPath.path',
  message: '{where} mounts {hostPath.path}, through which the container runtime is controlled',
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
              path: /run/web
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
              path: /var/run/docker.sock
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
              path: /run/containerd
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
              path: /var/run/
        containers:
          - name: app
            image: registry.example/web:1.4
      `
    ]
  }
})
