import { defineControl } from '../define-control.ts'

export const secretInEnvironment = defineControl({
  id: 'secret-in-environment',
  title: 'Secrets are mounted as files, not put into the environment',
  severity: 'low',
  why: 'Environment variables reach child processes, crash reports and logs, and do not change when the secret is rotated.',
  remedy: 'Mount the Secret as a volume and let the program read the file.',
  maps: {
    nsa: ['2.24'],
    cis: { '1.8': ['5.4.1'] },
    kubescape: ['C-0207'],
    attack: ['T1552.007'],
    microsoft: ['MS-TA9027'],
    owasp: { '2022': ['K08'], '2025': ['K03'] }
  },
  rules: [
    {
      each: { in: 'container', list: 'env' },
      require: '!self.?valueFrom.?secretKeyRef.hasValue()',
      at: 'valueFrom.secretKeyRef',
      message: '{where} takes the variable {name} from a Secret'
    },
    {
      each: { in: 'container', list: 'envFrom' },
      require: '!has(self.secretRef)',
      at: 'secretRef',
      message: '{where} takes all keys of a Secret as variables'
    }
  ],
  rtf: 'settable',
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
            env:
              - name: LOG_LEVEL
                value: info
              - name: NODE
                valueFrom:
                  fieldRef:
                    fieldPath: spec.nodeName
            envFrom:
              - configMapRef:
                  name: settings
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
            env:
              - name: DATABASE_PASSWORD
                valueFrom:
                  secretKeyRef:
                    name: database
                    key: password
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
            envFrom:
              - secretRef:
                  name: database
      `
    ]
  }
})
