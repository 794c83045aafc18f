/** An object of every kind that Bulwark reads. */
import { spawnSync } from 'node:child_process'
import { clusterKinds } from '../../src/sources/cluster/kinds.ts'
import { collectionsOf } from '../api-collections.ts'
import type { Kubetest } from '../kubetest.ts'
import { isCustom, type Manifest } from './live-objects.ts'

/** What webhooks and policies here are about: a kind that nobody has. */
const nothing = [
  { apiGroups: ['nothing.example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['nothings'] }
]

/** An object of every kind that an API server without controllers does not have by itself. */
export async function oneOfEach(server: Kubetest): Promise<Manifest[]> {
  const { matchLabels, ...pod } = {
    matchLabels: { app: 'a' },
    spec: { containers: [{ name: 'a', image: 'registry.example/a:1' }] }
  }
  const template = { metadata: { labels: matchLabels }, ...pod }
  const selector = { matchLabels }
  const job = { template: { ...template, spec: { ...pod.spec, restartPolicy: 'Never' } } }
  const webhooks = (name: string): object => ({
    webhooks: [
      {
        name: `${name}.example.com`,
        clientConfig: { url: 'https://webhook.example.com' },
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        rules: nothing
      }
    ]
  })
  const rbac = 'rbac.authorization.k8s.io'
  const admission = 'admissionregistration.k8s.io/v1'
  const bodies: [apiVersion: string, kind: string, body: object][] = [
    ['v1', 'ServiceAccount', {}],
    ['v1', 'Pod', { spec: { ...pod.spec, serviceAccountName: 'one' } }],
    ['v1', 'PodTemplate', { template }],
    ['v1', 'ReplicationController', { spec: { replicas: 1, selector: matchLabels, template } }],
    ['apps/v1', 'Deployment', { spec: { selector, template } }],
    ['apps/v1', 'ReplicaSet', { spec: { selector, template } }],
    ['apps/v1', 'StatefulSet', { spec: { selector, template, serviceName: 'one' } }],
    ['apps/v1', 'DaemonSet', { spec: { selector, template } }],
    ['batch/v1', 'Job', { spec: job }],
    ['batch/v1', 'CronJob', { spec: { schedule: '@daily', jobTemplate: { spec: job } } }],
    ['v1', 'ConfigMap', { data: { a: 'b' } }],
    ['v1', 'Secret', { stringData: { password: 'hunter2' } }],
    ['v1', 'LimitRange', { spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] } }],
    ['v1', 'ResourceQuota', { spec: { hard: { pods: '100' } } }],
    [
      'v1',
      'PersistentVolumeClaim',
      { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }
    ],
    [
      'v1',
      'PersistentVolume',
      { spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/data' } } }
    ],
    ['v1', 'Node', {}],
    ['policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: 1, selector } }],
    [
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      { spec: { maxReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'one', apiVersion: 'apps/v1' } } }
    ],
    ['networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }],
    [
      'networking.k8s.io/v1',
      'Ingress',
      { spec: { defaultBackend: { service: { name: 'one', port: { number: 80 } } } } }
    ],
    ['networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'example.com/c' } }],
    [`${rbac}/v1`, 'Role', { rules: [] }],
    [`${rbac}/v1`, 'RoleBinding', { roleRef: { apiGroup: rbac, kind: 'Role', name: 'one' }, subjects: [] }],
    [admission, 'ValidatingWebhookConfiguration', webhooks('validating')],
    [admission, 'MutatingWebhookConfiguration', webhooks('mutating')],
    [
      admission,
      'ValidatingAdmissionPolicy',
      {
        spec: {
          failurePolicy: 'Fail',
          validations: [{ expression: 'true' }],
          matchConstraints: { resourceRules: nothing }
        }
      }
    ],
    [admission, 'ValidatingAdmissionPolicyBinding', { spec: { policyName: 'one', validationActions: ['Audit'] } }],
    ['storage.k8s.io/v1', 'StorageClass', { provisioner: 'example.com/p' }],
    ['storage.k8s.io/v1', 'CSIDriver', { spec: {} }],
    ['scheduling.k8s.io/v1', 'PriorityClass', { value: 7 }],
    ['node.k8s.io/v1', 'RuntimeClass', { handler: 'sandbox' }],
    [
      'certificates.k8s.io/v1',
      'CertificateSigningRequest',
      { spec: { request: signingRequest(), signerName: 'example.com/s', usages: ['client auth'] } }
    ]
  ]
  const custom = clusterKinds.filter(({ group }) => group !== null && isCustom(group))
  const all = [...bodies, ...custom.map(({ kind, group }): [string, string, object] => [`${group}/v1`, kind, {}])]
  const served = await Promise.all(
    all.map(async ([apiVersion, kind]) => (await collectionsOf(server, apiVersion)).has(kind))
  )
  return all
    .filter((_, index) => served[index])
    .map(([apiVersion, kind, body]) => ({ apiVersion, kind, metadata: { name: 'one' }, ...body }))
}

/** In base64, as the API wants it. */
function signingRequest(): string {
  const args = [
    'req',
    '-new',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    '/dev/null',
    '-subj',
    '/CN=one'
  ]
  return spawnSync('openssl', args).stdout.toString('base64')
}
