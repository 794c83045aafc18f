import { type Defaults, elementsAt, type Fields, fieldsAt, fill, fillEmpty, isEmptyAt, made } from './fields.ts'

const core = 'io.k8s.api.core.v1'

function service(object: Fields): void {
  const spec = made(object, 'spec')
  fillEmpty(spec, 'sessionAffinity', 'None')
  if (spec.sessionAffinity === 'None') delete spec.sessionAffinityConfig
  if (spec.sessionAffinity === 'ClientIP')
    fill(made(made(spec, 'sessionAffinityConfig'), 'clientIP'), 'timeoutSeconds', 10800)
  fillEmpty(spec, 'type', 'ClusterIP')
  for (const port of elementsAt(spec, 'ports')) {
    fillEmpty(port, 'protocol', 'TCP')
    fillEmpty(port, 'targetPort', port.port)
  }
  const { type } = spec
  const isExternal = type === 'LoadBalancer' || type === 'NodePort'
  if (isExternal || (type === 'ClusterIP' && !isEmptyAt(spec, 'externalIPs')))
    fillEmpty(spec, 'externalTrafficPolicy', 'Cluster')
  if (isExternal || type === 'ClusterIP') fill(spec, 'internalTrafficPolicy', 'Cluster')
  if (type === 'LoadBalancer') fill(spec, 'allocateLoadBalancerNodePorts', true)
}

function replicationController(object: Fields): void {
  const spec = made(object, 'spec')
  fill(spec, 'replicas', 1)
  const metadata = made(object, 'metadata')
  const template = fieldsAt(spec, 'template')
  const labels = template === undefined ? undefined : fieldsAt(made(template, 'metadata'), 'labels')
  if (labels === undefined) return
  if (isEmptyAt(spec, 'selector')) spec.selector = { ...labels }
  if (isEmptyAt(metadata, 'labels')) metadata.labels = { ...labels }
}

/** Stated limits and requests of a container in a namespace stand in for those that are not. */
function limitRangeItem(item: Fields): void {
  if (item.type !== 'Container') return
  const limits = made(item, 'default')
  const requests = made(item, 'defaultRequest')
  Object.assign(limits, { ...fieldsAt(item, 'max'), ...limits })
  Object.assign(requests, { ...fieldsAt(item, 'min'), ...limits, ...requests })
}

/** The API server takes what is written as text for what it stores in base64. */
function secret(object: Fields): void {
  fillEmpty(object, 'type', 'Opaque')
  const texts = fieldsAt(object, 'stringData')
  if (texts === undefined) return
  const data = made(object, 'data')
  for (const [key, text] of Object.entries(texts)) data[key] = Buffer.from(String(text)).toString('base64')
  delete object.stringData
}

export const coreDefaults: Readonly<Record<string, Defaults>> = {
  [`${core}.Service`]: service,
  [`${core}.ReplicationController`]: replicationController,
  [`${core}.LimitRangeItem`]: limitRangeItem,
  [`${core}.Secret`]: secret,
  [`${core}.EndpointPort`]: (port) => fillEmpty(port, 'protocol', 'TCP'),
  [`${core}.Namespace`]: (namespace) => {
    const metadata = made(namespace, 'metadata')
    if (typeof metadata.name === 'string' && metadata.name !== '')
      made(metadata, 'labels')['kubernetes.io/metadata.name'] = metadata.name
    fillEmpty(made(namespace, 'status'), 'phase', 'Active')
  }
}
