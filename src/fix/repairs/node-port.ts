import type { Fix } from '../../controls/control.ts'
import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Change } from '../../yaml/edit/change.ts'
import type { Proposal } from '../repair.ts'
import type { Subject } from '../subject.ts'

/** What the API server refuses in a Service that is reachable inside of the cluster alone. */
const external = ['externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'] as const

/** Makes a Service one for the cluster alone, without what only services that are reachable from outside may say. */
export function nodePortRepair({ resource, field }: Subject, { grade, argument }: Fix): Proposal {
  const spec = mappingAt(resource.object, 'spec') ?? {}
  const changes: Change[] = [{ path: field, set: 'ClusterIP' }]
  for (const key of external) {
    if (Object.hasOwn(spec, key)) changes.push({ path: ['spec', key], remove: true })
  }
  const { ports } = spec
  if (Array.isArray(ports)) {
    ports.forEach((port: unknown, index) => {
      if (isMapping(port) && Object.hasOwn(port, 'nodePort'))
        changes.push({ path: ['spec', 'ports', index, 'nodePort'], remove: true })
    })
  }
  return { grade, argument, changes }
}
