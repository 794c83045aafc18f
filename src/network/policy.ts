import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Labels } from '../estate/selectors.ts'
import type { AddressRange } from './address.ts'
import type { NetworkNamespace } from './namespace.ts'
import type { PortRange } from './ports.ts'

export const directions = ['ingress', 'egress'] as const
export type Direction = (typeof directions)[number]

/** Where a pod is and what it is called: all that policies know of it. */
export interface PodIdentity {
  readonly namespace: NetworkNamespace
  readonly labels: Labels
}

/** One entry of a rule's `from` or `to`. */
export interface Peer {
  /** From the object's root. */
  readonly path: Path
  /** Pods; null where the peer is none of pods. */
  readonly pods: PodPeer | null
  /** Addresses, whether inside or outside of the cluster, exceptions cut out. */
  readonly addresses: readonly AddressRange[]
}

export interface PodPeer {
  includes(pod: PodIdentity): boolean
  /** Every pod of every namespace. */
  readonly everyone: boolean
}

/** One rule that allows traffic. */
export interface Rule {
  /** From the object's root. */
  readonly path: Path
  /** Any of them; null for everything, whether inside or outside of the cluster. */
  readonly peers: readonly Peer[] | null
  /** Any of them; null for all ports of all protocols. */
  readonly ports: readonly PortRange[] | null
}

export const nothingRefused: Policy['refused'] = { ingress: [], egress: [] }

/**
 * A network policy of any kind as the analysis sees it: which pods it selects, in which directions these then lose what
 * no policy allows, and what this one allows.
 */
export interface Policy {
  readonly resource: Resource
  /** The namespace whose pods it may select; null where those of several. */
  readonly namespace: NetworkNamespace | null
  /** The directions in which the pods that it selects lose everything that no rule allows. */
  readonly isolates: ReadonlySet<Direction>
  /** A label that all pods have which it selects, as `key=value`; null where there is none such. */
  readonly label: string | null
  selects(pod: PodIdentity): boolean
  /** True where it selects whatever pod may ever be in the namespace. */
  selectsAllOf(namespace: NetworkNamespace): boolean
  /** What it allows. */
  readonly rules: Readonly<Record<Direction, readonly Rule[]>>
  /** Addresses that it refuses on all ports, whatever is allowed elsewhere. */
  readonly refused: Readonly<Record<Direction, readonly AddressRange[]>>
  /** Why nobody can tell what it selects or allows; null where one can. */
  readonly unclear: string | null
}
