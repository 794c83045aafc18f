import type { Control } from '../controls/control.ts'
import type { FailingSet } from './failing-set.ts'
import type { Item } from './item.ts'
import type { PlannedRule } from './plan.ts'

/** A verdict that is not a pass, before it has a position and an identity. */
export interface Failure {
  readonly planned: PlannedRule
  readonly item: Item
  readonly fails: FailingSet
  /** Weaker controls whose failure at the same item this one stands for, with their frameworks. */
  readonly speaksFor: readonly Control[]
  /** Why the rule could not decide; null for a plain failure. */
  readonly unknown: string | null
}
