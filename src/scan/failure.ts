import type { Control, Rule } from '../controls/control.ts'
import type { Path } from '../estate/path.ts'
import type { Container } from '../estate/workload.ts'
import type { FailingSet } from './failing-set.ts'

/** What a rule was evaluated on. */
export interface Item {
  /** The scoped value itself. */
  readonly self: unknown
  /** From the object's root. */
  readonly path: Path
  /** The container that it is or lies in, or null. */
  readonly container: Container | null
}

/** A verdict that is not a pass, before it has a position and an identity. */
export interface Failure {
  readonly control: Control
  readonly rule: Rule
  readonly item: Item
  /** From the object's root to the field required. */
  readonly path: Path
  readonly fails: FailingSet
  /** Why the rule could not decide; null for a plain failure. */
  readonly unknown: string | null
}
