import { isMadeByWorkload } from '../../estate/made-by-workload.ts'
import type { Network } from '../network.ts'
import type { NetworkPod } from '../pod.ts'
import { type Direction, directions, type PodPeer, type Policy, type Rule } from '../policy.ts'
import type { PortRange } from '../ports.ts'
import type { Connection, ConnectionPort } from './connection.ts'

/**
 * Connections that policies allow from named pods, or to them: who wrote such a rule knew that they are needed. Of a rule
 * for everybody nobody can tell who needs it.
 */
export function permittedConnections(network: Network): Connection[] {
  const pods = network.pods.filter(({ resource }) => resource.kind !== 'PodTemplate' && !isMadeByWorkload(resource))
  return network.policies.flatMap((policy) => {
    if (policy.unclear !== null) return []
    const selected = pods.filter((pod) => policy.selects(pod))
    if (selected.length === 0) return []
    return directions.flatMap((direction) =>
      policy.rules[direction].flatMap((rule) => ofRule(policy, rule, direction, selected, pods))
    )
  })
}

function ofRule(
  { resource }: Policy,
  { peers, ports }: Rule,
  direction: Direction,
  selected: readonly NetworkPod[],
  pods: readonly NetworkPod[]
): Connection[] {
  const named = (peers ?? []).flatMap(({ pods: peer }) => (peer === null || peer.everyone ? [] : [peer]))
  const others = pods.filter((pod) => named.some((peer: PodPeer) => peer.includes(pod)))
  const way = direction === 'ingress' ? 'in' : 'out'
  const proof = `${resource.kind} ${resource.name ?? ''} lets them ${way}`
  return selected.flatMap((pod) =>
    others
      .filter((other) => other !== pod)
      .map((other): Connection => {
        const [from, to] = direction === 'ingress' ? [other, pod] : [pod, other]
        return {
          from: { is: 'workload', pod: from },
          to: { is: 'workload', pod: to },
          ports: ports === null ? null : ports.map(portOf),
          service: null,
          proof,
          assumed: null
        }
      })
  )
}

function portOf({ protocol, name, first, last }: PortRange): ConnectionPort {
  if (name !== null) return { protocol, port: name }
  if (first <= 1 && last === 65535) return { protocol, port: null }
  return first === last ? { protocol, port: first } : { protocol, port: first, endPort: last }
}
