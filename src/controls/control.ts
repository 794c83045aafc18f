/**
 * The shape of a control: one hardening fact, as data, with its rule in CEL.
 * Everything else (scan, fix, policy, docs, tests) is derived from this object.
 */

export const severities = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** What a fix costs: `safe` keeps what the workload can do, `review` needs knowledge of it, `breaking` removes a feature in use. */
export type FixGrade = 'safe' | 'review' | 'breaking'

/** How Runtime Fabric lets a user set the field: by KubernetesTemplate or MuleApplication, by nobody, or not at all. */
export type RtfExposure = 'settable' | 'fixed' | 'not-exposed'

/**
 * Where a rule is evaluated, once for each item:
 * - `container`: each container of a pod, of all three lists
 * - `volume`: each volume of a pod
 * - `securityContext`: the pod's security context and each container's; `self` is an empty object where it is absent
 * - `pod`: the pod spec
 * - `resource`: the whole object, for the kinds named in `kinds`
 */
export type Place = 'container' | 'volume' | 'securityContext' | 'pod' | 'resource'

/** A place, or a list below one: `{ in: 'container', list: 'ports' }` evaluates once for each port of each container. */
export type Scope = Place | { readonly in: Place; readonly list: string }

/** A rule from one Kubernetes minor version on, until the next `since` of the same list. */
export interface VersionedRule {
  /** Such as `1.31`. */
  readonly since: string
  readonly rule: string
}

/** One CEL expression evaluated at one scope. True means that the item is as it should be. */
export interface Rule {
  readonly each: Scope
  /** For `each: 'resource'`: the kinds that the rule is about. */
  readonly kinds?: readonly string[]
  /** CEL over `self`, `pod`, `meta` (and `effective` where the control asks for it). */
  readonly require: string | readonly VersionedRule[]
  /** The field, relative to the scoped item, that a finding points to. Empty for the item itself. */
  readonly at: string
  /** One line for the user. `{path}` is replaced by the value at that path of the item; `{where}` names the item. */
  readonly message: string
}

/** Which item of which framework a control answers. Values are the frameworks' own ids. */
export interface FrameworkMaps {
  /** Statement keys of the hardening guide. */
  readonly guide?: readonly string[]
  /** Row numbers of the NSA/CISA guide 1.2. */
  readonly nsa?: readonly string[]
  /** By benchmark version, since numbering changed between them. */
  readonly cis?: Readonly<Record<string, readonly string[]>>
  /** Check ids of k8s.io/pod-security-admission. */
  readonly pss?: readonly string[]
  readonly kubescape?: readonly string[]
  readonly attack?: readonly string[]
  readonly microsoft?: readonly string[]
  readonly owasp?: readonly string[]
}

export interface Fix {
  /** The value to write at the finding's field; undefined removes it. */
  readonly set?: unknown
  readonly remove?: boolean
  readonly grade: FixGrade
}

interface ControlFacts {
  /** The file's name; never reused, deprecated instead of deleted. */
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Why it matters, in two sentences at most. */
  readonly why: string
  readonly remedy: string
  readonly maps: FrameworkMaps
  /** Weaker controls that a failure of this one covers: only the stricter one is reported. */
  readonly implies?: readonly string[]
  /** True where the rule judges merged values; it then sees `effective`. */
  readonly effective?: boolean
  readonly fix?: Fix
  readonly rtf: RtfExposure
  /** YAML documents; they are tests and documentation. */
  readonly examples: { readonly pass: readonly string[]; readonly fail: readonly string[] }
  readonly deprecated?: boolean
}

/** What a control's file declares: one rule in place, or several under `rules`. */
export type ControlDefinition = ControlFacts & (Rule | { readonly rules: readonly Rule[] })

/** A control with its rules always as a list. */
export interface Control extends ControlFacts {
  readonly rules: readonly Rule[]
}
