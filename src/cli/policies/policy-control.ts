import { type Analysis, everyKind, fails, passes, undecided, type Verdict } from '../../controls/analysis.ts'
import type { Control, Severity } from '../../controls/control.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Decision } from '../../policy/evaluate/decision.ts'
import type { KnownObjects } from '../../policy/known-objects.ts'
import { namedField } from '../../policy/named-field.ts'
import type { BoundPolicy, ValidationAction } from '../../policy/policy.ts'
import { subjectKinds } from '../../policy/subject-kinds.ts'
import type { PolicyJudge } from './policy-judge.ts'

const severityOf: Readonly<Record<ValidationAction, Severity>> = { Deny: 'high', Warn: 'medium', Audit: 'low' }
const strongestFirst = ['Deny', 'Warn', 'Audit'] as const

/** An admission policy as a control of the user's own: an object fails it that the API server would not let in. */
export function policyControl(id: string, bound: BoundPolicy, judge: PolicyJudge): Control {
  const { name } = bound.policy
  const actions = new Set(bound.bindings.flatMap(({ validationActions }) => validationActions))
  const action = strongestFirst.find((candidate) => actions.has(candidate)) ?? 'Audit'
  return {
    id,
    title: `Objects pass the admission policy ${name}`,
    severity: severityOf[action],
    why: whyOf[action],
    remedy: 'Change what the message names, or ask whoever is responsible for the policy.',
    maps: {},
    rtf: 'not-exposed',
    examples: { pass: [], fail: [] },
    own: true,
    rules: [],
    analyse: analysisOf(bound, judge)
  }
}

const whyOf: Readonly<Record<ValidationAction, string>> = {
  Deny: 'The API server refuses to create such an object.',
  Warn: 'The API server warns whoever creates such an object.',
  Audit: 'The API server notes in its audit log who creates such an object.'
}

/** Where a verdict depends on a namespace, which may be read later than what is in it, it waits until everything was read. */
function analysisOf(bound: BoundPolicy, judge: PolicyJudge): Analysis {
  const kinds = subjectKinds(bound.policy, judge.known.kinds)
  const reads = kinds === null ? [everyKind] : [...kinds]
  if (!judge.needsNamespaces(bound)) return { reads, inspect: (resource) => verdicts(bound, resource, judge) }
  return {
    reads: [...new Set([...reads, 'Namespace'])],
    *judge(estate) {
      addNamespaces(judge.known, estate.ofKind('Namespace'))
      for (const resource of estate.resources) {
        if (kinds === null || kinds.has(resource.kind)) yield* verdicts(bound, resource, judge)
      }
    }
  }
}

/** A namespace among the policies is the cluster's; one that is to be applied comes after it. */
function addNamespaces(known: KnownObjects, namespaces: readonly Resource[]): void {
  for (const namespace of namespaces) known.add(namespace)
}

function verdicts(bound: BoundPolicy, resource: Resource, judge: PolicyJudge): Verdict[] {
  const decisions = judge.decisions(bound, resource)
  if (decisions === null) return []
  const shown = new Map<string, Verdict>()
  for (const decision of decisions) {
    const verdict = verdictOf(bound, resource, decision)
    if (verdict !== null) shown.set(`${decision.validation} ${decision.message}`, verdict)
  }
  return shown.size === 0 ? [passes(resource)] : [...shown.values()]
}

function verdictOf({ policy }: BoundPolicy, resource: Resource, decision: Decision): Verdict | null {
  const { validation, verdict, refuses, message } = decision
  const index = validation ?? -1
  const judged = policy.validations[index]
  const path = judged === undefined ? [] : namedField(policy, judged)
  if (verdict === 'unknown') return undecided(resource, message, { path })
  const item = validation === null ? '' : `validation ${index}`
  return refuses ? fails(resource, message, { path, item }) : null
}
