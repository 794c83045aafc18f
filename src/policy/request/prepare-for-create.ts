/**
 * What the API server does to a new object of a built-in kind before it asks admission policies: it takes away the status
 * and fills in what belongs to the kind.
 *
 * Source: the strategies in pkg/registry of Kubernetes 1.37.
 */
import { type Mapping, mappingAt } from '../../estate/mapping.ts'
import { groupOf } from '../../estate/resource.ts'

/** Kinds whose generation is counted, by group. */
const counted: Readonly<Record<string, readonly string[]>> = {
  '': ['Pod', 'PodTemplate', 'ReplicationController'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration'
  ],
  apps: ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  autoscaling: ['HorizontalPodAutoscaler'],
  batch: ['CronJob', 'Job'],
  'discovery.k8s.io': ['EndpointSlice'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  policy: ['PodDisruptionBudget'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass']
}

const statuses: Readonly<Record<string, Mapping>> = {
  Namespace: { phase: 'Active' },
  PersistentVolume: { phase: 'Pending' },
  Pod: { phase: 'Pending' }
}

export function prepareForCreate(apiVersion: string, kind: string, object: Mapping): void {
  const group = groupOf(apiVersion)
  const metadata = mappingAt(object, 'metadata') ?? {}
  const spec = mappingAt(object, 'spec')
  delete object.status
  if (group === '' && statuses[kind] !== undefined) object.status = { ...statuses[kind] }
  if (counted[group]?.includes(kind) === true) metadata.generation = 1
  else delete metadata.generation
  if (group === 'batch' && kind === 'Job' && spec !== undefined) selectOwnPods(metadata, spec)
  if (group === 'apps' && kind === 'DaemonSet')
    metadata.annotations = { ...mappingAt(metadata, 'annotations'), 'deprecated.daemonset.template.generation': '1' }
  if (group === 'apps' && kind === 'StatefulSet' && spec !== undefined) typeClaims(spec)
  if (group !== '') return
  if (kind === 'Namespace') object.spec = { ...spec, finalizers: spec?.finalizers ?? ['kubernetes'] }
  else if (kind === 'PersistentVolumeClaim') metadata.finalizers = ['kubernetes.io/pvc-protection']
  else if (kind === 'PersistentVolume') metadata.finalizers = ['kubernetes.io/pv-protection']
  else if (kind === 'Service' && spec !== undefined) chooseAddresses(spec)
}

/** The templates of claims are whole objects. */
function typeClaims({ volumeClaimTemplates: claims }: Mapping): void {
  if (!Array.isArray(claims)) return
  for (const claim of claims) Object.assign(claim, { apiVersion: 'v1', kind: 'PersistentVolumeClaim' })
}

/** A Job finds its pods by a label that nobody else has. */
function selectOwnPods({ name, uid }: Mapping, spec: Mapping): void {
  const template = mappingAt(spec, 'template')
  if (spec.manualSelector === true || template === undefined) return
  const labels = { 'job-name': name, 'batch.kubernetes.io/job-name': name }
  const own = { 'controller-uid': uid, 'batch.kubernetes.io/controller-uid': uid }
  const metadata = mappingAt(template, 'metadata') ?? {}
  template.metadata = { ...metadata, labels: { ...labels, ...own, ...mappingAt(metadata, 'labels') } }
  const selector = mappingAt(spec, 'selector') ?? {}
  const matchLabels = { 'batch.kubernetes.io/controller-uid': uid, ...mappingAt(selector, 'matchLabels') }
  spec.selector = { ...selector, matchLabels }
}

/** On a cluster with IPv4, as most are. The addresses themselves only the server can choose. */
function chooseAddresses(spec: Mapping): void {
  if (spec.type === 'ExternalName') return
  spec.ipFamilies ??= ['IPv4']
  spec.ipFamilyPolicy ??= 'SingleStack'
}
