import { defineControl } from '../define-control.ts'

/** By the version that no longer serves them, from the deprecation guide of Kubernetes. */
const removed: readonly (readonly [since: string, apiVersions: readonly string[]])[] = [
  ['1.16', ['extensions/v1beta1', 'apps/v1beta1', 'apps/v1beta2']],
  [
    '1.22',
    [
      'admissionregistration.k8s.io/v1beta1',
      'apiextensions.k8s.io/v1beta1',
      'apiregistration.k8s.io/v1beta1',
      'certificates.k8s.io/v1beta1',
      'coordination.k8s.io/v1beta1',
      'networking.k8s.io/v1beta1',
      'rbac.authorization.k8s.io/v1alpha1',
      'rbac.authorization.k8s.io/v1beta1',
      'scheduling.k8s.io/v1beta1',
      'storage.k8s.io/v1beta1'
    ]
  ],
  [
    '1.25',
    [
      'autoscaling/v2beta1',
      'batch/v1beta1',
      'batch/v2alpha1',
      'discovery.k8s.io/v1beta1',
      'node.k8s.io/v1beta1',
      'policy/v1beta1'
    ]
  ],
  ['1.26', ['autoscaling/v2beta2', 'flowcontrol.apiserver.k8s.io/v1beta1']],
  ['1.29', ['flowcontrol.apiserver.k8s.io/v1beta2']],
  ['1.32', ['flowcontrol.apiserver.k8s.io/v1beta3']]
]

/** From each version on, everything that was removed by then. */
const rules = removed.map(([since], index) => {
  const gone = removed.slice(0, index + 1).flatMap(([, apiVersions]) => apiVersions)
  return { since, rule: `!(self.apiVersion in [${gone.map((name) => `'${name}'`).join(', ')}])` }
})

export const removedApi = defineControl({
  id: 'removed-api',
  title: 'Objects are of API versions that the cluster serves',
  severity: 'medium',
  why: 'The API server refuses them. After an upgrade, what cannot be applied any more cannot be mended quickly either.',
  remedy:
    'Write the object in the version that replaced it; `kubectl explain KIND` names the one that a cluster serves.',
  maps: { guide: ['upgrade.patch'], nsa: ['5.1'], owasp: { '2022': ['K10'], '2025': ['K07'] } },
  each: 'resource',
  kinds: [
    'APIService',
    'CertificateSigningRequest',
    'ClusterRole',
    'ClusterRoleBinding',
    'CronJob',
    'CSIDriver',
    'CSINode',
    'CustomResourceDefinition',
    'DaemonSet',
    'Deployment',
    'EndpointSlice',
    'FlowSchema',
    'HorizontalPodAutoscaler',
    'Ingress',
    'IngressClass',
    'Lease',
    'MutatingWebhookConfiguration',
    'NetworkPolicy',
    'PodDisruptionBudget',
    'PriorityClass',
    'PriorityLevelConfiguration',
    'ReplicaSet',
    'Role',
    'RoleBinding',
    'RuntimeClass',
    'StatefulSet',
    'StorageClass',
    'ValidatingWebhookConfiguration',
    'VolumeAttachment'
  ],
  require: rules,
  at: 'apiVersion',
  message: '{kind} of {apiVersion}, which Kubernetes no longer serves',
  rtf: 'not-exposed',
  examples: {
    pass: [
      `
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        namespace: shop
      spec:
        defaultBackend:
          service:
            name: web
            port:
              number: 80
      `,
      {
        version: '1.21',
        manifest: `
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
        `
      },
      {
        version: '1.24',
        manifest: `
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
        `
      }
    ],
    fail: [
      `
      apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
      kind: FlowSchema
      metadata:
        name: web
      `,
      {
        version: '1.25',
        manifest: `
        apiVersion: policy/v1beta1
        kind: PodDisruptionBudget
        metadata:
          name: web
          namespace: shop
        `
      },
      {
        version: '1.27',
        manifest: `
        apiVersion: autoscaling/v2beta2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
          namespace: shop
        `
      },
      {
        version: '1.29',
        manifest: `
        apiVersion: flowcontrol.apiserver.k8s.io/v1beta2
        kind: FlowSchema
        metadata:
          name: web
        `
      }
    ]
  }
})
