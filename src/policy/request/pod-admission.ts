/**
 * What the admission plugins of the API server that are on by default add to a pod.
 *
 * Source: plugin/pkg/admission/serviceaccount, defaulttolerationseconds and priority of Kubernetes 1.37.
 */
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'

const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount'
const tokenVolume = 'kube-api-access'

/** What the plugins look up in the cluster. */
export interface PodSurroundings {
  /** The account that the pod runs as; null where nothing is known of it. */
  serviceAccount(name: string): Mapping | null
  /** The PriorityClass of a name, or the one that is the default; null where there is none or nothing is known of it. */
  priorityClass(name: string | null): Mapping | null
}

/** Changes a pod that has its defaults, in place. */
export function admitPod(pod: Mapping, around: PodSurroundings): void {
  const spec = mappingAt(pod, 'spec')
  if (spec === undefined) return
  addAccount(pod, spec, around)
  addTolerations(spec)
  addPriority(spec, around)
}

function addAccount(pod: Mapping, spec: Mapping, around: PodSurroundings): void {
  if (mappingAt(mappingAt(pod, 'metadata') ?? {}, 'annotations')?.['kubernetes.io/config.mirror'] !== undefined) return
  const name = stringAt(spec, 'serviceAccountName') || 'default'
  spec.serviceAccountName = name
  spec.serviceAccount = name
  const account = around.serviceAccount(name)
  const automounts = spec.automountServiceAccountToken ?? account?.automountServiceAccountToken ?? true
  if (automounts === true) mountToken(spec)
  const secrets = account?.imagePullSecrets
  if (mappings(spec, 'imagePullSecrets').length === 0 && Array.isArray(secrets) && secrets.length > 0)
    spec.imagePullSecrets = structuredClone(secrets)
}

function mountToken(spec: Mapping): void {
  const present = mappings(spec, 'volumes').find(({ name }) => String(name).startsWith(`${tokenVolume}-`))
  const name = present === undefined ? `${tokenVolume}-xxxxx` : String(present.name)
  let isNeeded = false
  for (const container of [...mappings(spec, 'initContainers'), ...mappings(spec, 'containers')]) {
    const mounts = mappings(container, 'volumeMounts')
    if (mounts.some(({ mountPath }) => mountPath === tokenPath)) continue
    container.volumeMounts = [...mounts, { name, readOnly: true, mountPath: tokenPath }]
    isNeeded = true
  }
  if (present === undefined && isNeeded) spec.volumes = [...mappings(spec, 'volumes'), tokenVolumeNamed(name)]
}

function tokenVolumeNamed(name: string): Mapping {
  const fieldRef = { apiVersion: 'v1', fieldPath: 'metadata.namespace' }
  return {
    name,
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { path: 'token', expirationSeconds: 3607 } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { downwardAPI: { items: [{ path: 'namespace', fieldRef }] } }
      ]
    }
  }
}

function addTolerations(spec: Mapping): void {
  const tolerations = mappings(spec, 'tolerations')
  const added = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']
    .filter((taint) => !tolerations.some((toleration) => tolerates(toleration, taint)))
    .map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 }))
  spec.tolerations = [...tolerations, ...added]
}

function tolerates({ key = '', effect = '' }: Mapping, taint: string): boolean {
  return (key === taint || key === '') && (effect === 'NoExecute' || effect === '')
}

/** Source of the two values: pkg/apis/scheduling. */
const systemClasses: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000
}

function addPriority(spec: Mapping, around: PodSurroundings): void {
  const named = stringAt(spec, 'priorityClassName') || null
  const found = around.priorityClass(named)
  const name = named ?? (found === null ? null : stringAt(mappingAt(found, 'metadata') ?? {}, 'name'))
  if (name !== null) spec.priorityClassName = name
  spec.priority ??= found?.value ?? systemClasses[name ?? ''] ?? 0
  spec.preemptionPolicy ??= found?.preemptionPolicy ?? 'PreemptLowerPriority'
}

function mappings(parent: Mapping, key: string): Mapping[] {
  const list = parent[key]
  return Array.isArray(list) ? list.filter(isMapping) : []
}
