/**
 * The shape of a control: one hardening fact, as data, with its rule in CEL.
 * Everything else (scan, fix, policy, docs, tests) is derived from this object.
 */
import type { ComponentName } from '../estate/components/component.ts'
import type { NodeFileRole } from '../estate/components/node-file-roles.ts'
import type { Analysis, Settings } from './analysis.ts'

export const severities = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof severities)[number]

/** What a fix costs: `safe` keeps what the workload can do, `review` needs knowledge of it, `breaking` removes a feature in use. */
export type FixGrade = 'safe' | 'review' | 'breaking'

/** How Runtime Fabric lets a user set the field: by KubernetesTemplate or MuleApplication, by nobody, or not at all. */
export type RtfExposure = 'settable' | 'fixed' | 'not-exposed'

export type ContainerType = 'container' | 'init' | 'ephemeral'

/**
 * Where a rule is evaluated, once for each item:
 * - `container`: each container of a pod, of all three lists unless `types` names fewer
 * - `volume`: each volume of a pod
 * - `securityContext`: the pod's security context and each container's; `self` is an empty object where it is absent
 * - `pod`: the pod spec
 * - `metadata`: the pod's metadata
 * - `resource`: the whole object, for the kinds named in `kinds`
 * - `component`: each program named in `components`, wherever it is configured; `self` holds its flags in camel case
 *   (`--audit-log-maxage` is `auditLogMaxage`) and the fields of its configuration file, of both what counts
 * - `file`: each file of a node with one of the `roles`
 */
export type Place = 'container' | 'volume' | 'securityContext' | 'pod' | 'metadata' | 'resource' | 'component' | 'file'

/**
 * A place, or a list below one: `{ in: 'container', list: 'ports' }` evaluates once for each port of each container.
 * A map is walked by its keys: in `{ in: 'metadata', list: 'annotations' }`, `self` is a key.
 */
export type Scope = Place | { readonly in: Place; readonly list: string }

/** A rule from one Kubernetes minor version on, until the next `since` of the same list. */
export interface VersionedRule {
  /** Such as `1.31`. */
  readonly since: string
  /** Null where the rule ends with this version. */
  readonly rule: string | null
}

/** One CEL expression evaluated at one scope. True means that the item is as it should be. */
export interface Rule {
  readonly each: Scope
  /** For `each: 'resource'`: the kinds that the rule is about. */
  readonly kinds?: readonly string[]
  /** For `each: 'component'`: the programs that the rule is about. */
  readonly components?: readonly ComponentName[]
  /** For `each: 'file'`: what the files are to the node. */
  readonly roles?: readonly NodeFileRole[]
  /** For places in containers: the kinds of container that the rule is about. All three where absent. */
  readonly types?: readonly ContainerType[]
  /** CEL over `self`, `pod`, `meta` (and `effective` where the control asks for it). */
  readonly require: string | readonly VersionedRule[]
  /** The field, relative to the scoped item, that a finding points to. Empty for the item itself. */
  readonly at: string
  /**
   * One line for the user. `{where}` names the container, volume or pod, `{self}` is the item where it is a scalar,
   * `{fields}` are the fields of the item but its name, and any other `{path}` is the value at that path of the item.
   */
  readonly message: string
}

/** Items of a framework by the version from which they hold; the highest version not above the wanted one counts. */
export type ItemsByVersion = Readonly<Record<string, readonly string[]>>

/** Which item of which framework a control answers. Values are the frameworks' own ids. */
export interface FrameworkMaps {
  /** Statement keys of the hardening guide. */
  readonly guide?: readonly string[]
  /** Row numbers of the NSA/CISA guide 1.2. */
  readonly nsa?: readonly string[]
  /** By benchmark version, since numbering changed between them. */
  readonly cis?: ItemsByVersion
  /** Check ids of k8s.io/pod-security-admission. */
  readonly pss?: readonly string[]
  readonly kubescape?: readonly string[]
  readonly attack?: readonly string[]
  readonly microsoft?: readonly string[]
  /** By year of the list. */
  readonly owasp?: ItemsByVersion
}

/**
 * Repairs that take more than one value at one field; `src/fix/repairs` has each. They read what the image, the other
 * objects or the user say.
 */
export type RepairName =
  | 'added-capability'
  | 'capabilities'
  | 'group'
  | 'net-raw'
  | 'node-port'
  | 'read-only-root'
  | 'resources'
  | 'token'
  | 'user'

/** What a component's setting becomes: a value, its default, or a list with or without a name in it. */
export type SettingEdit =
  | { readonly to: boolean | number | string }
  | { readonly unset: true }
  | { readonly add: string }
  | { readonly without: string }

/**
 * The edit that makes an item pass: a value at the finding's field, the field's removal, or a repair that needs to know
 * more. With `onPod`, what a rule asks of each container is set once for their pod, at this path of the pod spec.
 */
export type FixEdit =
  | { readonly set: unknown; readonly onPod?: string }
  | { readonly remove: true }
  | { readonly repair: RepairName }
  | { readonly setting: SettingEdit }

/** How a control's findings are repaired, and what that may cost. */
export type Fix = FixEdit & {
  /** The highest that it can have. */
  readonly grade: FixGrade
  /** Why it has this grade: what a workload may lose by it, or why it loses nothing. One sentence. */
  readonly argument: string
  /** Where a fix of a higher grade is safe. */
  readonly safeWhen?: {
    /** CEL over what the control's rules see; over the pod where the control analyses. */
    readonly rule: string
    readonly argument: string
  }
}

/** A YAML document; one that shows what an older version did says which Kubernetes version is assumed. */
export type Example = string | { readonly version: string; readonly manifest: string }

interface ControlFacts {
  /** The file's name; never reused, deprecated instead of deleted. */
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Why it matters, in two sentences at most. */
  readonly why: string
  readonly remedy: string
  readonly maps: FrameworkMaps
  /**
   * Controls whose failure at the same item says nothing more than a failure of this one there, so that only this one
   * is reported: weaker forms of the same rule, or the general rule where this one names the special danger.
   */
  readonly implies?: readonly string[]
  /** True where the rule judges merged values; it then sees `effective`. */
  readonly effective?: boolean
  readonly fix?: Fix
  readonly rtf: RtfExposure
  /** They are tests and documentation. */
  readonly examples: {
    /** What `bulwark.yaml` and the command line say where they hold, if that matters. */
    readonly settings?: Partial<Settings>
    readonly pass: readonly Example[]
    readonly fail: readonly Example[]
  }
  readonly deprecated?: boolean
  /** A user's own control. */
  readonly own?: boolean
}

/** What a control's file declares: one rule in place, several under `rules`, or an analysis of the whole estate. */
export type ControlDefinition = ControlFacts &
  (Rule | { readonly rules: readonly Rule[] } | { readonly analyse: Analysis })

/** A control with its rules always as a list and its examples always as documents for a version. */
export interface Control extends Omit<ControlFacts, 'examples'> {
  /** Empty for a control that analyses. */
  readonly rules: readonly Rule[]
  /** Judges the whole estate where no single object can answer; null for a control with rules. */
  readonly analyse: Analysis | null
  readonly examples: {
    readonly settings?: Partial<Settings>
    readonly pass: readonly ControlExample[]
    readonly fail: readonly ControlExample[]
  }
}

export interface ControlExample {
  /** Null for the newest Kubernetes version. */
  readonly version: string | null
  readonly manifest: string
}
