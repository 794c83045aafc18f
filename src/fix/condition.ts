import type { Control, Rule } from '../controls/control.ts'
import { conditionPlaces } from '../controls/fix-condition.ts'
import { effectiveSecurityContext } from '../estate/effective.ts'
import type { Mapping } from '../estate/mapping.ts'
import type { Container, PodView } from '../estate/workload.ts'
import type { Evaluate } from '../scan/plan.ts'

/** Makes a function of the condition of a fix. */
export type CompileCondition = (place: Rule, text: string) => Evaluate

/** What a condition is evaluated on. */
export interface ConditionItem {
  readonly rule: Rule | null
  readonly self: unknown
  readonly pod: PodView | null
  readonly container: Container | null
}

const noFields: Mapping = Object.freeze({})

/** The conditions under which fixes are safe, each compiled when it is first asked for. */
export class Conditions {
  readonly #compile: CompileCondition
  readonly #compiled = new Map<Control, Map<Rule, Evaluate>>()

  constructor(compile: CompileCondition) {
    this.#compile = compile
  }

  /** Why the fix is safe at this item; null where its control does not say so. */
  safety(control: Control, item: ConditionItem): string | null {
    const { safeWhen } = control.fix ?? {}
    if (safeWhen === undefined) return null
    const place = item.rule ?? conditionPlaces(control)[0]
    if (place === undefined) return null
    return this.#function(control, place, safeWhen.rule)(bindingsOf(item)) === true ? safeWhen.argument : null
  }

  #function(control: Control, place: Rule, text: string): Evaluate {
    const own = this.#compiled.get(control) ?? new Map<Rule, Evaluate>()
    this.#compiled.set(control, own)
    const known = own.get(place)
    if (known !== undefined) return known
    const made = this.#compile(place, text)
    own.set(place, made)
    return made
  }
}

function bindingsOf({ self, pod, container }: ConditionItem): Parameters<Evaluate>[0] {
  const spec = pod?.spec ?? noFields
  return {
    self,
    pod: spec,
    meta: pod?.meta ?? noFields,
    get effective() {
      return container === null ? noFields : effectiveSecurityContext(spec, container)
    }
  }
}
