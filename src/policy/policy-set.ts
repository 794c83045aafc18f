import { groupOf, type Resource } from '../estate/resource.ts'
import { didYouMean } from '../names/nearest-name.ts'
import type { Binding, BoundPolicy, Policy } from './policy.ts'
import type { PolicyProblem } from './problem.ts'
import { readBinding } from './read/read-binding.ts'
import { readPolicy } from './read/read-policy.ts'

export const policyGroup = 'admissionregistration.k8s.io'
export const policyKind = 'ValidatingAdmissionPolicy'
export const bindingKind = 'ValidatingAdmissionPolicyBinding'

/** The admission policies among some objects. */
export interface PolicySet {
  /** Those that something binds, by name. */
  readonly bound: readonly BoundPolicy[]
  /** Those that nothing binds: they do nothing. */
  readonly unbound: readonly Policy[]
  /** What could not be read, and bindings of policies that are not there. */
  readonly problems: readonly PolicyProblem[]
}

/** Reads the policies and bindings among the objects; others are passed over. */
export function readPolicySet(resources: Iterable<Resource>): PolicySet {
  const problems: PolicyProblem[] = []
  const policies = new Map<string, Policy>()
  const bindings = new Map<string, Binding>()
  const names = new Set<string>()
  for (const resource of resources) {
    if (groupOf(resource.apiVersion) !== policyGroup) continue
    if (resource.kind === policyKind) {
      if (resource.name !== null) names.add(resource.name)
      const read = readPolicy(resource)
      if ('problems' in read) problems.push(...read.problems)
      else addOnce(policies, read.policy, problems)
    } else if (resource.kind === bindingKind) {
      const read = readBinding(resource)
      if ('problems' in read) problems.push(...read.problems)
      else addOnce(bindings, read.binding, problems)
    }
  }
  for (const { policyName, resource } of bindings.values()) {
    if (names.has(policyName)) continue
    const message = `there is no policy "${policyName}"${didYouMean(policyName, names)}`
    problems.push({ resource, path: ['spec', 'policyName'], message })
  }
  const byPolicy = Map.groupBy(inOrder(bindings), ({ policyName }) => policyName)
  const all = inOrder(policies).map((policy) => ({ policy, bindings: byPolicy.get(policy.name) ?? [] }))
  return {
    bound: all.filter(({ bindings: own }) => own.length > 0),
    unbound: all.filter(({ bindings: own }) => own.length === 0).map(({ policy }) => policy),
    problems
  }
}

function addOnce<T extends Policy | Binding>(known: Map<string, T>, one: T, problems: PolicyProblem[]): void {
  const { name, resource } = one
  if (known.has(name)) {
    const message = `there is a ${resource.kind} "${name}" already`
    problems.push({ resource, path: ['metadata', 'name'], message })
  } else known.set(name, one)
}

function inOrder<T>(byName: ReadonlyMap<string, T>): T[] {
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
