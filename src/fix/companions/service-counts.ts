import { mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'

/** What Services take of the cluster's edge, as a quota counts it. */
export interface ServiceCounts {
  readonly loadBalancers: number
  /** Ports, of Services of type NodePort and of load balancers that need them. */
  readonly nodePorts: number
}

export function serviceCounts(resources: readonly Resource[]): ServiceCounts {
  const counts = { loadBalancers: 0, nodePorts: 0 }
  for (const { kind, apiVersion, object } of resources) {
    if (kind !== 'Service' || apiVersion !== 'v1') continue
    const spec = mappingAt(object, 'spec') ?? {}
    const ports = Array.isArray(spec.ports) ? spec.ports.length : 0
    if (spec.type === 'LoadBalancer') counts.loadBalancers++
    if (spec.type === 'NodePort' || (spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts !== false)) {
      counts.nodePorts += ports
    }
  }
  return counts
}
