import type { Path } from '../estate/path.ts'
import { type Address, contains } from './address.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { Network } from './network.ts'
import type { Policy } from './policy.ts'
import { allowsPort, type Protocol } from './ports.ts'

/** Where a policy lets its pods out to an address, from the object's root; empty where it does not. */
export function waysOut(policy: Policy, address: Address, protocol: Protocol, port: number): Path[] {
  if (!policy.isolates.has('egress') || refuses(policy, address)) return []
  return policy.rules.egress.flatMap(({ path, peers, ports }) => {
    if (!allowsPort(ports, protocol, port)) return []
    if (peers === null) return [path]
    return peers.filter(({ addresses }) => addresses.some((range) => contains(range, address))).map((peer) => peer.path)
  })
}

/** True where some policy refuses an address to whatever pod may be in the namespace, whatever others allow. */
export function isRefusedEverywhere(network: Network, namespace: NetworkNamespace, address: Address): boolean {
  return network.policiesOver(namespace).some((policy) => refuses(policy, address) && policy.selectsAllOf(namespace))
}

function refuses({ refused }: Policy, address: Address): boolean {
  return refused.egress.some((range) => contains(range, address))
}
