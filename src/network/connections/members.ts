import { mappingAt, stringAt } from '../../estate/mapping.ts'
import type { Network } from '../network.ts'
import type { Connection } from './connection.ts'
import type { Services } from './services.ts'

/**
 * Connections between the pods of a StatefulSet: its headless Service gives each a name for the others to connect to, and
 * what has several members mostly needs that.
 */
export function memberConnections({ pods, namespaces }: Network, services: Services): Connection[] {
  return pods.flatMap((pod): Connection[] => {
    if (pod.resource.kind !== 'StatefulSet') return []
    const spec = mappingAt(pod.resource.object, 'spec') ?? {}
    const name = stringAt(spec, 'serviceName')
    const service = name === null ? undefined : services.named(namespaces.of(pod.resource), name)
    if (service?.headless !== true || Number(spec.replicas ?? 1) < 2) return []
    const end = { is: 'workload', pod } as const
    const proof = `the headless Service ${name} gives each of these pods a name for the others`
    return [{ from: end, to: end, ports: null, service: service.resource, proof, assumed: null }]
  })
}
