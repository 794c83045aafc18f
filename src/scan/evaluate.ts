import type { Control } from '../controls/control.ts'
import { type Component, standing } from '../estate/components/component.ts'
import { nodeGroup } from '../estate/components/node-component.ts'
import { nodeFileKind } from '../estate/components/node-file-roles.ts'
import { defaultedVolume } from '../estate/defaults.ts'
import { effectiveSecurityContext } from '../estate/effective.ts'
import { isMapping, type Mapping } from '../estate/mapping.ts'
import { type Path, valueAt } from '../estate/path.ts'
import { groupOf, type Resource } from '../estate/resource.ts'
import { type Container, type ContainerType, containerPath, type PodView } from '../estate/workload.ts'
import type { FailingSet, FailingSets } from './failing-set.ts'
import type { Failure } from './failure.ts'
import { Item } from './item.ts'
import { componentView, elementView, fileView } from './item-views.ts'
import type { Bindings, Plan, PlannedRule } from './plan.ts'
import { containerRuleSets, type DirectRule, isEmpty, type RuleSet, ruleSet } from './rule-set.ts'

const none: readonly Control[] = []
const noComponents: readonly Component[] = []
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
  readonly #sets: FailingSets
  readonly #resources: ReadonlyMap<string, RuleSet>
  readonly #components: Plan['components']
  readonly #files: Plan['files']
  readonly #pod: RuleSet
  readonly #metadata: RuleSet
  readonly #volume: RuleSet
  readonly #podContext: RuleSet
  readonly #container: Readonly<Record<ContainerType, RuleSet>>
  readonly #context: Readonly<Record<ContainerType, RuleSet>>
  #failures: Failure[] = []

  constructor({ sets, pods, resources, components, files }: Plan) {
    this.#sets = sets
    this.#components = components
    this.#files = files
    this.#resources = new Map([...resources].map(([kind, { rules }]) => [kind, ruleSet(rules, null)]))
    this.#pod = ruleSet(pods.pod, null)
    this.#metadata = ruleSet(pods.metadata, null)
    this.#volume = ruleSet(pods.volume, null)
    this.#podContext = ruleSet(pods.securityContext, null)
    this.#container = containerRuleSets(pods.container)
    this.#context = containerRuleSets(pods.securityContext)
  }

  /**
   * Every verdict on `resource` that is not a pass, in no particular order.
   * @param views Its pods.
   * @param components What it configures.
   */
  evaluate(resource: Resource, views: readonly PodView[], components: readonly Component[] = noComponents): Failure[] {
    this.#failures = []
    const own = this.#resources.get(resource.kind)
    if (own !== undefined) {
      const pod = { spec: noFields, meta: mappingOf(resource.object.metadata) }
      this.#run(own, new Item(resource.object, [], null), pod)
    }
    for (const view of views) this.#evaluatePod(view)
    for (const component of components) this.#evaluateComponent(component)
    if (resource.kind === nodeFileKind && groupOf(resource.apiVersion) === nodeGroup) this.#evaluateFile(resource)
    return this.#failures
  }

  #evaluatePod(view: PodView): void {
    const { spec, meta, specPath, metaPath } = view
    this.#run(this.#pod, new Item(spec, specPath, null), view)
    this.#run(this.#metadata, new Item(meta, metaPath, null), view)
    this.#evaluateVolumes(view)
    const context = spec.securityContext ?? noFields
    this.#run(this.#podContext, new Item(context, [...specPath, 'securityContext'], null), view)
    for (const container of view.containers) this.#evaluateContainer(container, view)
  }

  #evaluateComponent(component: Component): void {
    const item = new Item(component.settings, component.path, component.container, componentView(component))
    for (const planned of this.#components.get(component.name)?.rules ?? []) {
      const state = standing(component, planned.at)
      if (state === 'elsewhere') continue
      if (state === 'seen') this.#runOn(planned, item)
      else this.#undecided(planned, item, state.unknown)
    }
  }

  #evaluateFile({ object }: Resource): void {
    const { role } = object
    const rules = typeof role === 'string' ? this.#files.get(role)?.rules : undefined
    if (rules === undefined) return
    const item = new Item(object, [], null, fileView(object))
    for (const planned of rules) {
      const missing = planned.at.length > 0 && valueAt(object, planned.at) === undefined
      if (missing) this.#undecided(planned, item, `the ${planned.rule.at} of ${item.where} is not known`)
      else this.#runOn(planned, item)
    }
  }

  #runOn(planned: PlannedRule, item: Item): void {
    const pod = { spec: noFields, meta: noFields }
    if (planned.list === null) this.#judge(planned, item, new SeenItem(item, pod))
    else this.#judgeElements(planned, planned.list, item, pod)
  }

  #undecided(planned: PlannedRule, item: Item, unknown: string): void {
    let fails: FailingSet | null = null
    for (const variant of planned.variants) fails = this.#sets.union(fails, variant.fails)
    if (fails !== null) this.#failures.push({ planned, item, fails, speaksFor: none, unknown })
  }

  #evaluateVolumes(view: PodView): void {
    const { volumes } = view.spec
    if (!Array.isArray(volumes) || isEmpty(this.#volume)) return
    for (let index = 0; index < volumes.length; index++) {
      // A null is a volume without fields, as Go decodes it.
      const volume: unknown = volumes[index] ?? noFields
      const self = isMapping(volume) ? defaultedVolume(volume) : volume
      this.#run(this.#volume, new Item(self, [...view.specPath, 'volumes', index], null), view)
    }
  }

  #evaluateContainer(container: Container, view: PodView): void {
    const path = containerPath(view, container)
    this.#run(this.#container[container.type], new Item(container.object, path, container), view)
    const rules = this.#context[container.type]
    if (isEmpty(rules)) return
    const context = container.object.securityContext ?? noFields
    this.#run(rules, new Item(context, [...path, 'securityContext'], container), view)
  }

  #run({ direct, others }: RuleSet, item: Item, pod: PodFields): void {
    const seen = new SeenItem(item, pod)
    // By index, since most of a scan passes here before V8 has made iterators cheap.
    for (let index = 0; index < direct.length; index++) {
      const rule = direct[index] as DirectRule
      const verdict = rule.evaluate(seen)
      if (verdict === true) continue
      const unknown = verdict === false ? null : verdict.message
      this.#failures.push({ planned: rule.planned, item, fails: rule.fails, speaksFor: none, unknown })
    }
    for (let index = 0; index < others.length; index++) {
      const planned = others[index] as PlannedRule
      if (planned.list === null) this.#judge(planned, item, seen)
      else this.#judgeElements(planned, planned.list, item, pod)
    }
  }

  /** A list is judged element by element, a map key by key. */
  #judgeElements(planned: PlannedRule, list: Path, { self, path, container, view }: Item, pod: PodFields): void {
    const elements = valueAt(self, list)
    if (typeof elements !== 'object' || elements === null) return
    const isList = Array.isArray(elements)
    const keys = isList ? elements.keys() : Object.keys(elements)
    for (const key of keys) {
      const element: unknown = isList && typeof key === 'number' ? elements[key] : key
      const inside = view === null ? null : elementView(view, [...list, key])
      const item = new Item(element, [...path, ...list, key], container, inside)
      this.#judge(planned, item, new SeenItem(item, pod))
    }
  }

  #judge(planned: PlannedRule, item: Item, seen: Bindings): void {
    let fails: FailingSet | null = null
    let unknown: string | null = null
    for (const variant of planned.variants) {
      const verdict = variant.evaluate(seen)
      if (verdict === true) continue
      if (verdict !== false) unknown = verdict.message
      fails = this.#sets.union(fails, variant.fails)
    }
    if (fails !== null) this.#failures.push({ planned, item, fails, speaksFor: none, unknown })
  }
}

function mappingOf(value: unknown): Mapping {
  return isMapping(value) ? value : noFields
}
