import type { Mapping } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { NetworkPod } from '../pod.ts'

/** One end of a connection. */
export type ConnectionEnd =
  /** Pods of a workload that was read. */
  | { readonly is: 'workload'; readonly pod: NetworkPod }
  /** Pods that were not read. */
  | {
      readonly is: 'pods'
      /** By name; null for any. */
      readonly namespace: string | null
      /** A label selector for the namespace, where that says more than the name. */
      readonly namespaceLabels?: Mapping
      /** Labels that they have for certain; null for any pod. */
      readonly labels: Mapping | null
    }
  /** Addresses outside of the cluster, or of nodes. */
  | { readonly is: 'addresses'; readonly cidr: string }
  /** A host outside of the cluster, at whatever public address; null for one that must not be shown, or that is implied. */
  | { readonly is: 'internet'; readonly host: string | null }
  /** The metadata service of the cloud, which hands out credentials of the node. */
  | { readonly is: 'metadata-service' }
  /** The API server, whose address manifests do not say. */
  | { readonly is: 'api-server' }
  /** Whoever connects, from inside or outside. */
  | { readonly is: 'everyone' }

/** A port of the end that is connected to. */
export interface ConnectionPort {
  readonly protocol: string
  /** A number, or the name that the pod there gives it; null for all of the protocol. */
  readonly port: number | string | null
  /** The last port of a range that begins with `port`. */
  readonly endPort?: number
}

/** A connection of which manifests say that it is needed. */
export interface Connection {
  readonly from: ConnectionEnd
  readonly to: ConnectionEnd
  /** Null for all, where nobody can tell which. */
  readonly ports: readonly ConnectionPort[] | null
  /** The Service by which it is made, where that was read. */
  readonly service: Resource | null
  /** What says so, for people: `variable CART_URL names cart:8080`. */
  readonly proof: string
  /** What had to be assumed and may be narrowed down; null where nothing was. */
  readonly assumed: string | null
}

/** What is connected to, and how, as far as one source of connections knows. */
export type Target = Pick<Connection, 'to' | 'ports' | 'service'>
