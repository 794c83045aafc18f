import { childrenOf } from '../../cel/syntax/children.ts'
import type { Expression } from '../../cel/syntax/expression.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Decision } from '../../policy/evaluate/decision.ts'
import { evaluatePolicy } from '../../policy/evaluate/evaluate.ts'
import type { KnownObjects } from '../../policy/known-objects.ts'
import type { BoundPolicy, MatchResources } from '../../policy/policy.ts'
import { creationRequest } from '../../policy/request/creation-request.ts'
import type { AdmissionRequest } from '../../policy/request/request.ts'

/** Of live objects of these kinds not everything is read. */
const partlyRead: Readonly<Record<string, string>> = {
  Secret: 'of a Secret in the cluster only name and type are read',
  CustomResourceDefinition: 'of a CustomResourceDefinition in the cluster only the metadata is read'
}

/** Asks policies about objects, each as if it was to be created now by somebody of whom nothing is known. */
export class PolicyJudge {
  readonly known: KnownObjects
  readonly #time: string
  /** All policies are asked about one object after the other: its request is made once. */
  #last: { readonly resource: Resource; readonly request: AdmissionRequest } | null = null

  constructor(known: KnownObjects, now: Date) {
    this.known = known
    this.#time = `${now.toISOString().slice(0, 19)}Z`
  }

  /** Null where the policy is not about the object. */
  decisions(bound: BoundPolicy, resource: Resource): readonly Decision[] | null {
    const request = this.#request(resource)
    const decisions = evaluatePolicy(bound, request, { world: this.known, authorizer: null })
    if (decisions.length === 0) return null
    const reason = resource.origin.file === null ? partlyRead[resource.kind] : undefined
    return reason === undefined ? decisions : decisions.slice(0, 1).map((decision) => unknownFor(decision, reason))
  }

  /** Whether verdicts depend on more of the namespace than its name. */
  needsNamespaces({ policy, bindings }: BoundPolicy): boolean {
    const matches = [policy.match, ...bindings.flatMap(({ match }) => match ?? [])]
    const expressions = [policy.variables, policy.validations, policy.auditAnnotations, policy.matchConditions].flat()
    const messages = policy.validations.flatMap(({ messageExpression }) => messageExpression ?? [])
    return (
      matches.some(asksForLabels) || [...expressions, ...messages].some(({ tree }) => names(tree, 'namespaceObject'))
    )
  }

  #request(resource: Resource): AdmissionRequest {
    if (this.#last?.resource !== resource) {
      const request = creationRequest(resource, this.known, { userInfo: null, dryRun: false, time: this.#time })
      this.#last = { resource, request }
    }
    return this.#last.request
  }
}

function unknownFor(decision: Decision, message: string): Decision {
  return { ...decision, validation: null, verdict: 'unknown', refuses: false, message, reason: '' }
}

function asksForLabels({ namespaceSelector }: MatchResources): boolean {
  return [...(namespaceSelector?.keys ?? [])].some((key) => key !== 'kubernetes.io/metadata.name')
}

function names(node: Expression, name: string): boolean {
  if (node.kind === 'identifier') return node.name === name
  return childrenOf(node).some((child) => names(child, name))
}
