import type { ControlPlane } from '../facts/control-planes.ts'

/** An address block outside the cluster, or of its nodes, that pods may reach. */
export interface Destination {
  /** Such as `10.20.0.0/16`. */
  readonly cidr: string
  readonly port: number
}

/** What network policies for a Runtime Fabric have to know. */
export interface FabricNetwork {
  readonly agentNamespace: string
  /** Namespaces of applications that this agent manages. */
  readonly applicationNamespaces: readonly string[]
  readonly controlPlane: ControlPlane
  /** Hosts that this version does not need are left out. */
  readonly needsHost: (host: ControlPlane['egress'][number]) => boolean
  /** Ports of applications, the one for HTTP first. */
  readonly applicationPorts: readonly number[]
  /** Namespaces of ingress controllers; empty where nobody says which they are. */
  readonly ingressNamespaces: readonly string[]
  /** Where the API server listens; null where nobody says. */
  readonly apiServer: Destination | null
  readonly isOpenShift: boolean
  /**
   * What is reached besides, by the namespace that reaches it, the agent's too; by all namespaces of applications under the
   * empty string.
   */
  readonly backends: ReadonlyMap<string, readonly Destination[]>
}

/** Ports of the control plane that a version needs, ascending, each with the hosts behind it. */
export function controlPlanePorts({ controlPlane, needsHost }: FabricNetwork): ReadonlyMap<number, readonly string[]> {
  const ports = new Map<number, string[]>()
  const needed = controlPlane.egress.filter((host) => host.rtfctlOnly !== true && needsHost(host))
  for (const { host, port } of needed.toSorted((a, b) => a.port - b.port)) {
    const hosts = ports.get(port)
    if (hosts === undefined) ports.set(port, [host])
    else hosts.push(host)
  }
  return ports
}
