import type { Control } from '../../controls/control.ts'
import { policyControlId } from '../../controls/policy-control-id.ts'
import { makeRegistry, type Registry } from '../../controls/registry.ts'
import { KnownObjects } from '../../policy/known-objects.ts'
import { paramProblems } from '../../policy/param-problems.ts'
import { type PolicySet, readPolicySet } from '../../policy/policy-set.ts'
import type { PolicyProblem } from '../../policy/problem.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import { bareUnit, type InputError, type SourceUnit } from '../../sources/unit.ts'
import { UserError } from '../user-error.ts'
import { tell } from '../write.ts'
import { readClusterPolicies } from './cluster-policies.ts'
import { policyControl } from './policy-control.ts'
import { type PolicyFiles, readPolicyFiles } from './policy-files.ts'
import { PolicyJudge } from './policy-judge.ts'

/** Admission policies as controls. */
export interface Policies {
  readonly extend: (registry: Registry) => Registry
  /** What is wrong with them and where, for the report of the scan. */
  readonly troubles: SourceUnit
}

/**
 * Reads the admission policies that the user names.
 * @param paths Files and folders with policies, bindings, parameters, namespaces and definitions.
 * @param cluster Where policies are read from, too; null where they are not.
 * @throws UserError where the files hold no policy, or the cluster does not let them be read.
 */
export async function readPolicies(paths: readonly string[], cluster: Cluster | null): Promise<Policies> {
  const files = readPolicyFiles(paths)
  const live = cluster === null ? null : await readClusterPolicies(cluster)
  const resources = [...(live?.resources ?? []), ...files.resources]
  const set = readPolicySet(resources)
  if (set.bound.length + set.unbound.length + set.problems.length + files.errors.length === 0) {
    if (paths.length > 0) throw new UserError(`there is no ValidatingAdmissionPolicy in ${paths.join(', ')}`)
    tell('there is no ValidatingAdmissionPolicy in the cluster')
  }
  const known = new KnownObjects(live === null ? undefined : (kind) => live.missing.get(kind) ?? null)
  for (const resource of resources) known.add(resource)
  tellUnbound(set)
  const problems = [...set.problems, ...(live === null ? paramProblems(set, known) : [])]
  const errors = [...files.errors, ...problems.map((problem) => errorOf(problem, files))]
  const judge = new PolicyJudge(known, new Date())
  return {
    extend: (registry) => withPolicies(registry, set, judge),
    troubles: bareUnit('', { errors })
  }
}

function tellUnbound({ unbound }: PolicySet): void {
  for (const { name } of unbound)
    tell(`the policy ${name} enforces nothing, since no ValidatingAdmissionPolicyBinding names it: it is not judged`)
}

function errorOf({ resource, path, message }: PolicyProblem, files: PolicyFiles): InputError {
  const { file, line, column } = files.place(resource, path) ?? {
    file: `${resource.kind} ${resource.name}`,
    line: null,
    column: null
  }
  return { file, line, column, message }
}

function withPolicies(registry: Registry, { bound }: PolicySet, judge: PolicyJudge): Registry {
  const controls = new Map<string, Control>(registry.controls.map((control) => [control.id, control]))
  for (const one of bound) {
    const id = freeId(policyControlId(one.policy.name), controls)
    controls.set(id, policyControl(id, one, judge))
  }
  return makeRegistry([...controls.values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
}

function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
