import { defineControl } from '../define-control.ts'

/** Everything in a container that makes the kubelet send a request. */
const requests = [
  ['livenessProbe', 'httpGet'],
  ['livenessProbe', 'tcpSocket'],
  ['readinessProbe', 'httpGet'],
  ['readinessProbe', 'tcpSocket'],
  ['startupProbe', 'httpGet'],
  ['startupProbe', 'tcpSocket'],
  ['lifecycle', 'postStart', 'httpGet'],
  ['lifecycle', 'postStart', 'tcpSocket'],
  ['lifecycle', 'preStop', 'httpGet'],
  ['lifecycle', 'preStop', 'tcpSocket']
]

/** A request to a port that the container declares to be its own. */
function asksOwnPort(request: readonly string[]): string {
  const own = `port.containerPort == self.${request.join('.')}.port || port.?name.orValue('') == self.${request.join('.')}.port`
  return `(self.?${request.join('.?')}.?host.orValue('') == '' || self.?ports.orValue([]).exists(port, ${own}))`
}

export const probeHost = defineControl({
  id: 'probe-host',
  title: 'Probes and lifecycle handlers name no host',
  severity: 'medium',
  why: 'The kubelet sends these requests from the network of the node, so a host named here lets the author of a pod reach what only the node can reach.',
  remedy: 'Remove `host`: the address of the pod is used then.',
  maps: {
    guide: ['pod.technical-control'],
    pss: ['hostProbesAndHostLifecycle'],
    attack: ['T1046'],
    microsoft: ['MS-TA9034'],
    owasp: { '2022': ['K01'] }
  },
  rules: requests.map((request) => ({
    each: 'container',
    require: [{ since: '1.34', rule: `self.?${request.join('.?')}.?host.orValue('') == ''` }],
    at: `${request.join('.')}.host`,
    message: `{where} names the host {${request.join('.')}.host} in its ${request[0] === 'lifecycle' ? request[1] : request[0]}`
  })),
  fix: {
    remove: true,
    grade: 'breaking',
    argument:
      'Something else than the pod may be asked on purpose, or a program that listens on the address alone that is named here.',
    safeWhen: {
      rule: `!pod.?hostNetwork.orValue(false) && ${requests.map(asksOwnPort).join(' && ')}`,
      argument: 'The kubelet then asks the address of the pod, where the container listens on the port.'
    }
  },
  rtf: 'not-exposed',
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
            livenessProbe:
              httpGet:
                path: /healthy
                port: 8080
      `,
      {
        version: '1.33',
        manifest: `
          apiVersion: v1
          kind: Pod
          metadata:
            name: web
          spec:
            containers:
              - name: app
                image: registry.example/web:1.4
                livenessProbe:
                  httpGet:
                    host: 10.0.0.1
                    port: 8080
          `
      }
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
            livenessProbe:
              httpGet:
                host: 10.0.0.1
                port: 8080
            readinessProbe:
              tcpSocket:
                host: 10.0.0.1
                port: 8080
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
            lifecycle:
              postStart:
                httpGet:
                  host: 10.0.0.1
                  port: 8080
              preStop:
                tcpSocket:
                  host: 10.0.0.1
                  port: 8080
      `
    ]
  }
})
