import type { ContainerType } from '../estate/workload.ts'
import type { FailingSet } from './failing-set.ts'
import type { Evaluate, PlannedRule, Variant } from './plan.ts'

/** A rule that judges its item itself and in one way only, as nearly all do: what the hot loop needs, side by side. */
export interface DirectRule {
  readonly planned: PlannedRule
  readonly evaluate: Evaluate
  readonly fails: FailingSet
}

/** The rules that run on one kind of item. */
export interface RuleSet {
  readonly direct: readonly DirectRule[]
  /** Rules with variants for several versions, or that judge each element of a list. */
  readonly others: readonly PlannedRule[]
}

/**
 * The rules of a place that are about one type of container, or about what belongs to the pod itself.
 * @param about Null for the pod.
 */
export function ruleSet(rules: readonly PlannedRule[], about: ContainerType | null): RuleSet {
  const direct: DirectRule[] = []
  const others: PlannedRule[] = []
  for (const planned of rules) {
    const { types } = planned.rule
    if (types !== undefined && (about === null || !types.includes(about))) continue
    const variant = onlyVariant(planned)
    if (variant === null || planned.list !== null) others.push(planned)
    else direct.push({ planned, evaluate: variant.evaluate, fails: variant.fails })
  }
  return { direct, others }
}

export function isEmpty({ direct, others }: RuleSet): boolean {
  return direct.length === 0 && others.length === 0
}

/** One set for each type of container. */
export function containerRuleSets(rules: readonly PlannedRule[]): Readonly<Record<ContainerType, RuleSet>> {
  return {
    container: ruleSet(rules, 'container'),
    init: ruleSet(rules, 'init'),
    ephemeral: ruleSet(rules, 'ephemeral')
  }
}

function onlyVariant({ variants }: PlannedRule): Variant | null {
  const [first] = variants
  return first === undefined || variants.length > 1 ? null : first
}
