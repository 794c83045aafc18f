import type { Analysis, PodSecurityLevel, Settings } from '../controls/analysis.ts'
import type { Control, Place, Rule } from '../controls/control.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { FailingSet, FailingSets } from './failing-set.ts'
import type { MessagePart } from './message.ts'

/** What a rule sees of one item; one object serves all rules on it. */
export interface Bindings {
  readonly self: unknown
  readonly pod: unknown
  readonly meta: unknown
  readonly effective: unknown
}

/** A compiled rule: true where the item is as it should be, a reason where the data does not let the rule decide. */
export type Evaluate = (bindings: Bindings) => boolean | Undecided

/** Why a rule could not decide. */
export interface Undecided {
  readonly message: string
}

/** One rule at one Kubernetes version, and the selected frameworks that ask for it there. */
export interface Variant {
  readonly evaluate: Evaluate
  readonly fails: FailingSet
}

/** One rule of a selected control, ready to run. Most have one variant; two versions of a framework can make more. */
export interface PlannedRule {
  readonly control: Control
  readonly rule: Rule
  /** The list below the place, as steps; null where the rule judges the place itself. */
  readonly list: Path | null
  /** The field that a finding points to, from the item. */
  readonly at: Path
  /** `at` as it continues a written path: `.securityContext.privileged`. */
  readonly atText: string
  readonly message: readonly MessagePart[]
  /** Hash of the control and the field, for fingerprints. */
  readonly identity: number
  readonly variants: readonly Variant[]
}

/** The rules that run at one place, and how many controls they belong to. */
export interface ResourceRules {
  readonly rules: readonly PlannedRule[]
  readonly controls: ReadonlySet<Control>
}

/** A selected control that judges the whole estate, and the selected frameworks that ask for it. */
export interface PlannedAnalysis {
  readonly control: Control
  readonly analyse: Analysis
  readonly fails: FailingSet
}

/** A place in a pod. */
export type PodPlace = Exclude<Place, 'resource' | 'component' | 'file'>

/** Everything that a scan runs, by the place where it runs. */
export interface Plan {
  /** Names with versions, such as `pss-restricted@1.37`, in the user's order. */
  readonly frameworks: readonly string[]
  /** Interns sets of `frameworks`. */
  readonly sets: FailingSets
  readonly controls: readonly Control[]
  /** Rules on pods, by place. */
  readonly pods: Readonly<Record<PodPlace, readonly PlannedRule[]>>
  /** The controls that `pods` belong to. */
  readonly podControls: ReadonlySet<Control>
  /** Rules on whole objects, by kind. */
  readonly resources: ReadonlyMap<string, ResourceRules>
  /** Rules on components of the cluster, by name. */
  readonly components: ReadonlyMap<string, ResourceRules>
  /** Rules on files of a node, by role. */
  readonly files: ReadonlyMap<string, ResourceRules>
  /** What judges objects otherwise than by rules, most of it once everything was read. */
  readonly analyses: readonly PlannedAnalysis[]
  readonly settings: Settings
  /** The highest level of Pod Security that an object's pods are fit for. */
  readonly levelOf: (resource: Resource, pods: readonly PodView[]) => PodSecurityLevel
}
