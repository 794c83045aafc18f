import type { Estate } from '../estate/estate.ts'
import { kubernetesPolicy } from './kubernetes-policy.ts'
import type { NetworkNamespaces } from './namespace.ts'
import type { Policy } from './policy.ts'

/** The kinds of policies that are understood: what an analysis of the network reads besides namespaces and pods. */
export const policyKinds: readonly string[] = ['NetworkPolicy']

/** The policies of an estate. */
export function readPolicies(estate: Estate, namespaces: NetworkNamespaces): Policy[] {
  return estate
    .ofKind('NetworkPolicy', 'networking.k8s.io')
    .map((resource) => kubernetesPolicy(resource, namespaces.of(resource)))
}
