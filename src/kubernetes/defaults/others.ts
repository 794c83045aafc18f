import { type Defaults, elementsAt, type Fields, fieldsAt, fill, fillEmpty, isEmptyAt, made } from './fields.ts'

const autoscaling = 'io.k8s.api.autoscaling'
const networking = 'io.k8s.api.networking.v1'
const rbac = 'io.k8s.api.rbac.v1'
const storage = 'io.k8s.api.storage.v1'
const rbacGroup = 'rbac.authorization.k8s.io'

function horizontalPodAutoscaler(object: Fields): void {
  const spec = made(object, 'spec')
  fill(spec, 'minReplicas', 1)
  if (isEmptyAt(spec, 'metrics')) {
    const target = { type: 'Utilization', averageUtilization: 80 }
    spec.metrics = [{ type: 'Resource', resource: { name: 'cpu', target } }]
  }
  const behavior = fieldsAt(spec, 'behavior')
  if (behavior === undefined) return
  const up = made(behavior, 'scaleUp')
  fill(up, 'stabilizationWindowSeconds', 0)
  fill(up, 'selectPolicy', 'Max')
  fill(up, 'policies', [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 }
  ])
  const down = made(behavior, 'scaleDown')
  fill(down, 'selectPolicy', 'Max')
  fill(down, 'policies', [{ type: 'Percent', value: 100, periodSeconds: 15 }])
}

function networkPolicy(object: Fields): void {
  const spec = made(object, 'spec')
  if (!isEmptyAt(spec, 'policyTypes')) return
  spec.policyTypes = isEmptyAt(spec, 'egress') ? ['Ingress'] : ['Ingress', 'Egress']
}

const binding: Defaults = (object) => {
  fillEmpty(made(object, 'roleRef'), 'apiGroup', rbacGroup)
  for (const subject of elementsAt(object, 'subjects'))
    if (subject.kind === 'User' || subject.kind === 'Group') fillEmpty(subject, 'apiGroup', rbacGroup)
}

function csiDriver(object: Fields): void {
  const spec = made(object, 'spec')
  fill(spec, 'attachRequired', true)
  for (const field of ['podInfoOnMount', 'storageCapacity', 'requiresRepublish', 'seLinuxMount'])
    fill(spec, field, false)
  fill(spec, 'fsGroupPolicy', 'ReadWriteOnceWithFSType')
  if (isEmptyAt(spec, 'volumeLifecycleModes')) spec.volumeLifecycleModes = ['Persistent']
}

export const otherDefaults: Readonly<Record<string, Defaults>> = {
  [`${autoscaling}.v1.HorizontalPodAutoscaler`]: (object) => fill(made(object, 'spec'), 'minReplicas', 1),
  [`${autoscaling}.v2.HorizontalPodAutoscaler`]: horizontalPodAutoscaler,
  [`${networking}.NetworkPolicy`]: networkPolicy,
  [`${networking}.NetworkPolicyPort`]: (port) => fill(port, 'protocol', 'TCP'),
  [`${networking}.IngressClassParametersReference`]: (reference) => fill(reference, 'scope', 'Cluster'),
  [`${rbac}.RoleBinding`]: binding,
  [`${rbac}.ClusterRoleBinding`]: binding,
  [`${storage}.StorageClass`]: (object) => {
    fill(object, 'reclaimPolicy', 'Delete')
    fill(object, 'volumeBindingMode', 'Immediate')
  },
  [`${storage}.CSIDriver`]: csiDriver,
  'io.k8s.api.discovery.v1.EndpointPort': (port) => {
    fill(port, 'name', '')
    fill(port, 'protocol', 'TCP')
  },
  'io.k8s.api.scheduling.v1.PriorityClass': (object) => fill(object, 'preemptionPolicy', 'PreemptLowerPriority')
}
