import { defineControl } from '../define-control.ts'

export const defaultNamespace = defineControl({
  id: 'default-namespace',
  title: 'Nothing of the user lives in the default namespace',
  severity: 'low',
  why: 'Roles, quotas and network policies work by namespace. What shares `default` shares them, whoever it belongs to.',
  remedy: 'Create a namespace for the application and name it in `metadata.namespace`.',
  maps: {
    guide: ['namespace.isolation'],
    nsa: ['2.1'],
    cis: { '1.8': ['5.7.4'], '1.11': ['5.6.4'] },
    kubescape: ['C-0061', 'C-0212'],
    attack: ['T1036.005'],
    microsoft: ['MS-TA9023'],
    owasp: { '2022': ['K07'], '2025': ['K05'] }
  },
  each: 'resource',
  kinds: [
    'Pod',
    'ReplicationController',
    'ReplicaSet',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'CronJob',
    'Service',
    'Ingress',
    'ConfigMap',
    'Secret',
    'PersistentVolumeClaim',
    'PodTemplate',
    'PodDisruptionBudget',
    'HorizontalPodAutoscaler',
    'ServiceAccount',
    'Role',
    'RoleBinding',
    'Endpoints',
    'EndpointSlice'
  ],
  require: `
    self.?metadata.?namespace.orValue('') != 'default' ||
    [self.?kind.orValue(''), self.metadata.?name.orValue('')].join('/') in [
      'Service/kubernetes', 'Endpoints/kubernetes', 'EndpointSlice/kubernetes',
      'ConfigMap/kube-root-ca.crt', 'ServiceAccount/default'] ||
    self.metadata.?name.orValue('').startsWith('system:')`,
  at: 'metadata.namespace',
  message: '{kind} {metadata.name} is in the default namespace',
  rtf: 'fixed',
  examples: {
    pass: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: shop
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
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: default
        namespace: default
      automountServiceAccountToken: false
      `
    ],
    fail: [
      `
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        namespace: default
      spec:
        containers:
          - name: app
            image: registry.example/web:1.4
      `,
      `
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: default
      spec:
        ports:
          - port: 80
      `,
      `
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: web
        namespace: default
      `
    ]
  }
})
