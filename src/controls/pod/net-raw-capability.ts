import { defineControl } from '../define-control.ts'
import { windowsPod } from '../judging/relaxed-pods.ts'

const drops = "self.?securityContext.?capabilities.?drop.orValue([]).exists(name, name in ['ALL', 'NET_RAW'])"

const adds = "self.?securityContext.?capabilities.?add.orValue([]).exists(name, name in ['ALL', 'NET_RAW'])"

export const netRawCapability = defineControl({
  id: 'net-raw-capability',
  title: 'Containers drop NET_RAW',
  severity: 'medium',
  why: 'NET_RAW lets a container forge packets: ARP and DNS answers for its neighbours on the same node among them.',
  remedy: 'Drop `ALL` or `NET_RAW`, and add neither back.',
  maps: {
    nsa: ['1.13'],
    cis: { '1.8': ['5.2.8'] },
    kubescape: ['C-0199'],
    attack: ['T1557', 'T1046'],
    microsoft: ['MS-TA9036'],
    owasp: { '2022': ['K01'] }
  },
  rules: [
    {
      each: 'container',
      require: `${windowsPod} || ${adds} || ${drops}`,
      at: 'securityContext.capabilities.drop',
      message: '{where} keeps the capability NET_RAW'
    },
    {
      each: { in: 'container', list: 'securityContext.capabilities.add' },
      require: `${windowsPod} || !(self in ['ALL', 'NET_RAW'])`,
      at: '',
      message: '{where} adds the capability {self}'
    }
  ],
  fix: {
    repair: 'net-raw',
    grade: 'review',
    argument: 'Programs that write packets by themselves, such as ping in older images and scanners, fail.'
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
            securityContext:
              capabilities:
                drop:
                  - NET_RAW
      `,
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        os:
          name: windows
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
        containers:
          - name: app
            image: registry.example/web:1.4
            securityContext:
              capabilities:
                drop: [ALL]
                add: [NET_BIND_SERVICE, NET_RAW]
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
            securityContext:
              capabilities:
                drop:
                  - ALL
                add:
                  - NET_RAW
      `
    ]
  }
})
