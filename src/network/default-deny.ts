import { isEverywhere } from './address.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { Network } from './network.ts'
import type { Direction, Policy, Rule } from './policy.ts'
import { isEveryPort } from './ports.ts'

/** Whether a namespace denies what no policy allows, whichever pod it may come to hold. */
export type DefaultDeny =
  | { readonly is: 'denied'; readonly by: Policy }
  /** No policy limits every pod; `policies` limit some. */
  | { readonly is: 'allowed'; readonly policies: readonly Policy[] }
  /** A policy that selects every pod allows everything. */
  | { readonly is: 'opened'; readonly by: Policy }
  | { readonly is: 'unclear'; readonly reason: string }

export function defaultDeny(network: Network, namespace: NetworkNamespace, direction: Direction): DefaultDeny {
  const policies = network.policiesOver(namespace).filter(({ isolates }) => isolates.has(direction))
  const covering = policies.filter((policy) => policy.selectsAllOf(namespace))
  const opening = covering.find(({ rules }) => rules[direction].some(allowsEverything))
  if (opening !== undefined) return { is: 'opened', by: opening }
  const [by] = covering.filter(({ unclear }) => unclear === null)
  if (by !== undefined) return { is: 'denied', by }
  const unclear = policies.find((policy) => policy.unclear !== null)
  if (unclear?.unclear) return { is: 'unclear', reason: unclear.unclear }
  return { is: 'allowed', policies }
}

/** True for a rule that limits neither who nor what. */
export function allowsEverything({ peers, ports }: Rule): boolean {
  if (!isEveryPort(ports)) return false
  return peers === null || peers.some(({ addresses }) => addresses.some(isEverywhere))
}
