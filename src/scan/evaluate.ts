import type { Control } from '../controls/control.ts'
import { defaultedVolume } from '../estate/defaults.ts'
import { effectiveSecurityContext } from '../estate/effective.ts'
import { isMapping, type Mapping } from '../estate/mapping.ts'
import { valueAt } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type Container, containerPath, type PodView } from '../estate/workload.ts'
import type { FailingSet } from './failing-set.ts'
import type { Failure } from './failure.ts'
import { Item } from './item.ts'
import type { Bindings, Plan, PlannedRule } from './plan.ts'

const none: readonly Control[] = []
const noFields: Mapping = Object.freeze({})

type PodFields = Pick<PodView, 'spec' | 'meta'>

/** What rules see of an item. */
class SeenItem implements Bindings {
  readonly self: unknown
  readonly pod: Mapping
  readonly meta: Mapping
  readonly #container: Container | null

  constructor({ self, container }: Item, pod: PodFields) {
    this.self = self
    this.pod = pod.spec
    this.meta = pod.meta
    this.#container = container
  }

  /** Merged values are made only when a rule reads them. */
  get effective(): Mapping {
    return this.#container === null ? noFields : effectiveSecurityContext(this.pod, this.#container)
  }
}

/** Runs a plan's rules over resources, one at a time. */
export class Evaluator {
  readonly #plan: Plan
  #failures: Failure[] = []

  constructor(plan: Plan) {
    this.#plan = plan
  }

  /** Every verdict on `resource` that is not a pass, in no particular order. `views` are its pods. */
  evaluate(resource: Resource, views: readonly PodView[]): Failure[] {
    this.#failures = []
    const own = this.#plan.resources.get(resource.kind)
    if (own !== undefined) {
      const pod = { spec: noFields, meta: mappingOf(resource.object.metadata) }
      this.#runAll(own.rules, new Item(resource.object, [], null), pod)
    }
    for (const view of views) this.#evaluatePod(view)
    return this.#failures
  }

  #evaluatePod(view: PodView): void {
    const rules = this.#plan.pods
    const { specPath } = view
    this.#runAll(rules.pod, new Item(view.spec, specPath, null), view)
    this.#runAll(rules.metadata, new Item(view.meta, view.metaPath, null), view)
    this.#evaluateVolumes(view)
    if (rules.securityContext.length > 0) {
      const context = view.spec.securityContext ?? noFields
      this.#runAll(rules.securityContext, new Item(context, [...specPath, 'securityContext'], null), view)
    }
    for (const container of view.containers) this.#evaluateContainer(container, view)
  }

  #evaluateVolumes(view: PodView): void {
    const { volumes } = view.spec
    const rules = this.#plan.pods.volume
    if (!Array.isArray(volumes) || rules.length === 0) return
    for (let index = 0; index < volumes.length; index++) {
      const volume: unknown = volumes[index] ?? noFields
      const self = isMapping(volume) ? defaultedVolume(volume) : volume
      this.#runAll(rules, new Item(self, [...view.specPath, 'volumes', index], null), view)
    }
  }

  #evaluateContainer(container: Container, view: PodView): void {
    const rules = this.#plan.pods
    const path = containerPath(view, container)
    this.#runAll(rules.container, new Item(container.object, path, container), view)
    if (rules.securityContext.length > 0) {
      const context = container.object.securityContext ?? noFields
      this.#runAll(rules.securityContext, new Item(context, [...path, 'securityContext'], container), view)
    }
  }

  #runAll(rules: readonly PlannedRule[], item: Item, pod: PodFields): void {
    if (rules.length === 0) return
    const bindings = new SeenItem(item, pod)
    for (const planned of rules) {
      if (!isAbout(planned, item.container)) continue
      if (planned.list === null) this.#judge(planned, item, bindings)
      else this.#judgeElements(planned, item, pod)
    }
  }

  /** A list is judged element by element, a map key by key. */
  #judgeElements(planned: PlannedRule, { self, path, container }: Item, pod: PodFields): void {
    const steps = planned.list ?? []
    const elements = valueAt(self, steps)
    if (typeof elements !== 'object' || elements === null) return
    const list = Array.isArray(elements)
    const keys: readonly string[] = list ? [] : Object.keys(elements)
    const count = list ? elements.length : keys.length
    for (let index = 0; index < count; index++) {
      const key = list ? index : (keys[index] ?? '')
      const item = new Item(list ? elements[index] : key, [...path, ...steps, key], container)
      this.#judge(planned, item, new SeenItem(item, pod))
    }
  }

  #judge(planned: PlannedRule, item: Item, bindings: Bindings): void {
    let fails: FailingSet | null = null
    let unknown: string | null = null
    const { variants } = planned
    for (let index = 0; index < variants.length; index++) {
      const variant = variants[index]
      if (variant === undefined) continue
      const verdict = variant.evaluate(bindings)
      if (verdict === true) continue
      if (verdict !== false) unknown = verdict.message
      fails = this.#plan.sets.union(fails, variant.fails)
    }
    if (fails !== null) this.#failures.push({ planned, item, fails, speaksFor: none, unknown })
  }
}

/** A rule may be about some kinds of container only; what belongs to the pod itself is no container. */
function isAbout({ rule: { types } }: PlannedRule, container: Container | null): boolean {
  return types === undefined || (container !== null && types.includes(container.type))
}

function mappingOf(value: unknown): Mapping {
  return isMapping(value) ? value : noFields
}
