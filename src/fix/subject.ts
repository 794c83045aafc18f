import type { Control, Rule } from '../controls/control.ts'
import type { Component } from '../estate/components/component.ts'
import type { Path } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import type { Container, PodView } from '../estate/workload.ts'
import type { Finding } from '../scan/finding.ts'

/** A finding with all that a repair may need to know of its object. */
export interface Subject {
  readonly control: Control
  readonly finding: Finding
  readonly resource: Resource
  /** The pod that it is about or lies in; null where there is none. */
  readonly pod: PodView | null
  readonly container: Container | null
  /** The program that it configures; null for all else. */
  readonly component: Component | null
  /** The rule that failed; null for an analysis. */
  readonly rule: Rule | null
  /** What the rule was evaluated on; the pod spec, else the object, for an analysis. */
  readonly self: unknown
  /** The field that the finding points to, from the object's root. */
  readonly field: Path
}
