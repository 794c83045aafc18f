/** Admission policies and their bindings as they are evaluated: `read` makes them of objects, `evaluate` asks them. */
import type { Program } from '../cel/compile/compile.ts'
import type { Expression } from '../cel/syntax/expression.ts'
import type { Mapping } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import type { LabelMatcher } from '../estate/selectors.ts'

/** A ValidatingAdmissionPolicy, ready to be evaluated. */
export interface Policy {
  readonly name: string
  readonly resource: Resource
  readonly failurePolicy: 'Fail' | 'Ignore'
  readonly match: MatchResources
  /** Null where it takes no parameters. */
  readonly paramKind: ParamKind | null
  readonly matchConditions: readonly NamedExpression[]
  /** In order: each may use those before it. */
  readonly variables: readonly NamedExpression[]
  readonly validations: readonly Validation[]
  /** `name` is the key. */
  readonly auditAnnotations: readonly NamedExpression[]
}

export interface ParamKind {
  readonly apiVersion: string
  readonly kind: string
}

/** One expression of CEL, checked and compiled. */
export interface CompiledExpression {
  /** As it is written. */
  readonly text: string
  readonly tree: Expression
  readonly run: Program
}

export interface NamedExpression extends CompiledExpression {
  readonly name: string
}

export interface Validation extends CompiledExpression {
  /** Empty where there is none. */
  readonly message: string
  /** Null where there is none. */
  readonly messageExpression: CompiledExpression | null
  /** A reason of metav1.Status. */
  readonly reason: string
}

/** A ValidatingAdmissionPolicyBinding. */
export interface Binding {
  readonly name: string
  readonly policyName: string
  readonly resource: Resource
  /** Null where it narrows nothing. */
  readonly match: MatchResources | null
  readonly paramRef: ParamRef | null
  readonly validationActions: readonly ValidationAction[]
}

export const validationActions = ['Deny', 'Warn', 'Audit'] as const
export type ValidationAction = (typeof validationActions)[number]

/** Which parameters a binding takes: the one of a name, or all that a selector selects. */
export interface ParamRef {
  /** Null where they are selected. */
  readonly name: string | null
  /** Null for the namespace of the request. */
  readonly namespace: string | null
  readonly selector: LabelMatcher | null
  readonly notFound: 'Allow' | 'Deny'
}

/** Which requests are meant. */
export interface MatchResources {
  readonly resourceRules: readonly ResourceRule[]
  readonly excludeResourceRules: readonly ResourceRule[]
  readonly matchPolicy: 'Equivalent' | 'Exact'
  /** Null where every namespace is meant. */
  readonly namespaceSelector: Selector | null
  /** Null where every object is meant. */
  readonly objectSelector: LabelMatcher | null
}

export interface Selector {
  readonly matches: LabelMatcher
  /** The labels that it asks for. */
  readonly keys: ReadonlySet<string>
}

export interface ResourceRule {
  readonly apiGroups: readonly string[]
  readonly apiVersions: readonly string[]
  readonly operations: readonly string[]
  /** Such as `pods`, `pods/status`, `pods/*` or `*`. */
  readonly resources: readonly string[]
  readonly scope: 'Cluster' | 'Namespaced' | '*'
  /** Empty for every name. */
  readonly resourceNames: readonly string[]
}

/** A policy and what binds it. */
export interface BoundPolicy {
  readonly policy: Policy
  readonly bindings: readonly Binding[]
}

/** An object of the type of `paramKind`, and where it is. */
export interface Param {
  readonly name: string
  readonly namespace: string | null
  readonly object: Mapping
}
