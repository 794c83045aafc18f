import type { Estate } from '../estate/estate.ts'
import { groupOf, type Resource } from '../estate/resource.ts'
import { adminPolicy } from './admin-policy.ts'
import { calicoPolicy } from './calico-policy.ts'
import { ciliumPolicies } from './cilium-policy.ts'
import { kubernetesPolicy } from './kubernetes-policy.ts'
import type { NetworkNamespaces } from './namespace.ts'
import type { Policy } from './policy.ts'

type Read = (resource: Resource, namespaces: NetworkNamespaces) => readonly Policy[]

const ofKubernetes: Read = (resource, namespaces) => [kubernetesPolicy(resource, namespaces.of(resource))]
const ofAdministrators: Read = (resource) => [adminPolicy(resource)]
const ofCalico: Read = (resource, namespaces) => [calicoPolicy(resource, namespaces.of(resource))]
const ofCalicoEverywhere: Read = (resource) => [calicoPolicy(resource, null)]
const ofCilium: Read = (resource, namespaces) => ciliumPolicies(resource, namespaces.of(resource))
const ofCiliumEverywhere: Read = (resource) => ciliumPolicies(resource, null)

/** By group and kind. */
const readers: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  'networking.k8s.io': { NetworkPolicy: ofKubernetes },
  // Where it was before 1.9 and until 1.16.
  extensions: { NetworkPolicy: ofKubernetes },
  'policy.networking.k8s.io': {
    AdminNetworkPolicy: ofAdministrators,
    BaselineAdminNetworkPolicy: ofAdministrators,
    ClusterNetworkPolicy: ofAdministrators
  },
  'cilium.io': { CiliumNetworkPolicy: ofCilium, CiliumClusterwideNetworkPolicy: ofCiliumEverywhere },
  'projectcalico.org': { NetworkPolicy: ofCalico, GlobalNetworkPolicy: ofCalicoEverywhere },
  'crd.projectcalico.org': { NetworkPolicy: ofCalico, GlobalNetworkPolicy: ofCalicoEverywhere }
}

/** The kinds of policies that are understood: what an analysis of the network reads besides namespaces and pods. */
export const policyKinds: readonly string[] = [
  ...new Set(Object.values(readers).flatMap((kinds) => Object.keys(kinds)))
]

/** The policies of an estate. */
export function readPolicies(estate: Estate, namespaces: NetworkNamespaces): Policy[] {
  return policyKinds.flatMap((kind) =>
    estate
      .ofKind(kind)
      .flatMap((resource) => readers[groupOf(resource.apiVersion)]?.[kind]?.(resource, namespaces) ?? [])
  )
}
