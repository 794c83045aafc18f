import { rtfLabels } from '../facts/names.ts'
import { controlPlanePorts, type Destination, type FabricNetwork } from './fabric-network.ts'
import { type CommentedRule, policyObject, type WrittenPolicy } from './policy-object.ts'
import {
  addressBlock,
  allButMetadata,
  dnsRules,
  internet,
  namespaceNamed,
  namespacesLabelled,
  openShiftDnsRules,
  ownNamespace,
  tcp
} from './policy-rules.ts'

/** Names of the policies: the same in every namespace, so that a second run replaces those of the first. */
const names = {
  deny: 'default-deny',
  internal: 'runtime-fabric',
  outward: 'control-plane',
  backends: 'backends'
} as const

/**
 * NetworkPolicies for the namespaces of a Runtime Fabric: all traffic is denied but what Runtime Fabric needs, which is
 * everything between its own pods and services, DNS, the API server and the hosts of its control plane (page:
 * install-self-managed-network-configuration). MuleSoft publishes none.
 *
 * NetworkPolicy knows addresses, not host names: to the control plane, its ports are opened to the internet.
 */
export function fabricPolicies(network: FabricNetwork): WrittenPolicy[] {
  return [
    ...agentPolicies(network),
    ...network.applicationNamespaces.flatMap((namespace) => applicationPolicies(network, namespace))
  ]
}

function agentPolicies(network: FabricNetwork): WrittenPolicy[] {
  const { agentNamespace: namespace } = network
  const agentBackends = network.backends.get(namespace) ?? []
  const applications = namespacesLabelled({ [rtfLabels.agentNamespace]: namespace })
  const between = [ownNamespace, applications]
  const policies = [
    denyAll(namespace),
    policyObject({
      name: names.internal,
      namespace,
      why: ['Components of Runtime Fabric reach each other and the applications that they manage, and are reached.'],
      ingress: [{ rule: { from: between }, why: ['The agent, the resource cache and the applications.'] }],
      egress: [{ rule: { to: between }, why: ['On all ports, as MuleSoft demands.'] }, ...dns(network)]
    }),
    policyObject({
      name: names.outward,
      namespace,
      why: ['What Runtime Fabric needs outside of the namespaces.'],
      egress: [apiServer(network), ...controlPlane(network)]
    })
  ]
  return agentBackends.length === 0 ? policies : [...policies, backends(namespace, agentBackends, 'Components reach')]
}

function applicationPolicies(network: FabricNetwork, namespace: string): WrittenPolicy[] {
  const own = [...(network.backends.get('') ?? []), ...(network.backends.get(namespace) ?? [])]
  const policies = [
    denyAll(namespace),
    policyObject({
      name: names.internal,
      namespace,
      why: ['What every Mule application needs of Runtime Fabric and of its replicas.'],
      ingress: [fromFabric(network), fromApplications(network), fromIngress(network)],
      egress: [
        {
          rule: { to: [namespaceNamed(network.agentNamespace)] },
          why: ['The resource cache and the persistence gateway.']
        },
        {
          rule: { to: [ownNamespace], ports: tcp(...network.applicationPorts) },
          why: ['Applications of this namespace, and replicas of the same one.']
        },
        ...dns(network)
      ]
    }),
    policyObject({
      name: names.outward,
      namespace,
      why: ['What Mule applications need of the control plane: monitoring, API policies, Anypoint Platform.'],
      egress: controlPlane(network)
    })
  ]
  return own.length === 0 ? policies : [...policies, backends(namespace, own, 'Applications reach')]
}

function denyAll(namespace: string): WrittenPolicy {
  return policyObject({
    name: names.deny,
    namespace,
    why: ['Nothing is allowed but what another policy of this namespace allows.']
  })
}

function fromFabric({ agentNamespace }: FabricNetwork): CommentedRule {
  return { rule: { from: [namespaceNamed(agentNamespace)] }, why: ['The agent, and the service that joins clusters.'] }
}

function fromApplications({ applicationPorts }: FabricNetwork): CommentedRule {
  return {
    rule: { from: [ownNamespace], ports: tcp(...applicationPorts) },
    why: ['Applications of this namespace, and replicas of the same one.']
  }
}

/** Hazelcast stays among replicas. */
function fromIngress({ applicationPorts, ingressNamespaces }: FabricNetwork): CommentedRule {
  const ports = tcp(...applicationPorts.filter((port) => port !== clusterPort))
  if (ingressNamespaces.length > 0) {
    return { rule: { from: ingressNamespaces.map(namespaceNamed), ports }, why: ['Ingress controllers.'] }
  }
  return {
    rule: { from: [{ namespaceSelector: {} }], ports },
    why: [
      'Nobody said where the ingress controller runs, so every namespace reaches the HTTP ports.',
      'Name it with --ingress-namespace to close this.'
    ]
  }
}

const clusterPort = 5701

function apiServer({ apiServer: destination }: FabricNetwork): CommentedRule {
  if (destination !== null) {
    return {
      rule: { to: [addressBlock(destination.cidr)], ports: tcp(destination.port) },
      why: ['The API server.']
    }
  }
  return {
    rule: { to: allButMetadata, ports: tcp(443, 6443) },
    why: [
      'The API server, whose address nobody said: its usual ports, but for the metadata service of the cloud.',
      'Name it with --api-server to close this.'
    ]
  }
}

function controlPlane(network: FabricNetwork): CommentedRule[] {
  return [...controlPlanePorts(network)].map(([port, hosts]) => ({
    rule: { to: internet, ports: tcp(port) },
    why: [`${network.controlPlane.title}, port ${port}:`, ...hosts.map((host) => `  ${host}`)]
  }))
}

function dns({ isOpenShift }: FabricNetwork): CommentedRule[] {
  const rules = isOpenShift ? openShiftDnsRules : dnsRules
  return rules.map((rule) => ({ rule, why: ['Names of services and hosts.'] }))
}

function backends(namespace: string, destinations: readonly Destination[], what: string): WrittenPolicy {
  return policyObject({
    name: names.backends,
    namespace,
    why: [`${what} systems outside of Runtime Fabric.`],
    egress: destinations.map(({ cidr, port }) => ({
      rule: { to: [addressBlock(cidr)], ports: tcp(port) },
      why: ['As asked for with --egress.']
    }))
  })
}
