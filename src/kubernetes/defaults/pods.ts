import { type Defaults, elementsAt, type Fields, fieldsAt, fill, fillEmpty, made } from './fields.ts'

const core = 'io.k8s.api.core.v1'

function pod(object: Fields): void {
  const spec = made(object, 'spec')
  const grace = spec.terminationGracePeriodSeconds
  if (typeof grace === 'number' && grace < 0) spec.terminationGracePeriodSeconds = 1
  const containers = [...elementsAt(spec, 'containers'), ...elementsAt(spec, 'initContainers')]
  for (const container of containers) requestLimits(container)
  fill(spec, 'enableServiceLinks', true)
  if (spec.hostNetwork !== true) return
  for (const port of containers.flatMap((container) => elementsAt(container, 'ports')))
    fillEmpty(port, 'hostPort', port.containerPort)
}

/** What has a limit and no request requests its limit: in pods, not in templates of pods. */
function requestLimits(container: Fields): void {
  const resources = fieldsAt(container, 'resources')
  const limits = resources === undefined ? undefined : fieldsAt(resources, 'limits')
  if (resources === undefined || limits === undefined) return
  const requests = made(resources, 'requests')
  for (const [name, limit] of Object.entries(limits)) fill(requests, name, limit)
}

function podSpec(spec: Fields): void {
  fillEmpty(spec, 'serviceAccountName', spec.serviceAccount)
  if (spec.serviceAccountName !== undefined) spec.serviceAccount = spec.serviceAccountName
  fillEmpty(spec, 'dnsPolicy', 'ClusterFirst')
  fillEmpty(spec, 'restartPolicy', 'Always')
  fill(spec, 'securityContext', {})
  fill(spec, 'terminationGracePeriodSeconds', 30)
  fillEmpty(spec, 'schedulerName', 'default-scheduler')
}

export const podDefaults: Readonly<Record<string, Defaults>> = {
  [`${core}.Pod`]: pod,
  [`${core}.PodSpec`]: podSpec,
  // A template has a spec even where nobody wrote one.
  [`${core}.PodTemplateSpec`]: (template) => made(template, 'spec')
}
