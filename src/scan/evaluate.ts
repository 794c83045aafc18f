import { defaultedVolume } from '../estate/defaults.ts'
import { effectiveSecurityContext } from '../estate/effective.ts'
import { isMapping, type Mapping } from '../estate/mapping.ts'
import { type Path, valueAt } from '../estate/path.ts'
import type { Resource } from '../estate/resource.ts'
import { type Container, containerPath, type PodView } from '../estate/workload.ts'
import { type FailingSet, FailingSets } from './failing-set.ts'
import type { Failure, Item } from './failure.ts'
import type { Plan, PlannedRule } from './plan.ts'

const noFields: Mapping = Object.freeze({})

type PodFields = Pick<PodView, 'spec' | 'meta'>

/** Runs a plan's rules over resources, one at a time. */
export class Evaluator {
  readonly #plan: Plan
  readonly #sets: FailingSets

  constructor(plan: Plan) {
    this.#plan = plan
    this.#sets = new FailingSets(plan.frameworks)
  }

  /** Every verdict on `resource` that is not a pass, in no particular order. `views` are its pods. */
  evaluate(resource: Resource, views: readonly PodView[]): Failure[] {
    const failures: Failure[] = []
    for (const planned of this.#plan.resources.get(resource.kind)?.rules ?? []) {
      const item: Item = { self: resource.object, path: [], container: null }
      this.#run(planned, item, { spec: noFields, meta: mappingOf(resource.object.metadata) }, failures)
    }
    for (const view of views) this.#evaluatePod(view, failures)
    return failures
  }

  #evaluatePod(view: PodView, failures: Failure[]): void {
    const rules = this.#plan.pods
    const pod: Item = { self: view.spec, path: view.specPath, container: null }
    for (const planned of rules.pod) this.#run(planned, pod, view, failures)
    const metadata: Item = { self: view.meta, path: view.metaPath, container: null }
    for (const planned of rules.metadata) this.#run(planned, metadata, view, failures)
    if (rules.volume.length > 0) this.#evaluateVolumes(view, failures)
    if (rules.securityContext.length > 0) this.#evaluateSecurityContext(view.spec, pod, view, failures)
    for (const container of view.containers) this.#evaluateContainer(container, view, failures)
  }

  #evaluateVolumes(view: PodView, failures: Failure[]): void {
    const { volumes } = view.spec
    if (!Array.isArray(volumes)) return
    volumes.forEach((volume: unknown, index) => {
      const self = volume === null || isMapping(volume) ? defaultedVolume(volume ?? noFields) : volume
      const item: Item = { self, path: [...view.specPath, 'volumes', index], container: null }
      for (const planned of this.#plan.pods.volume) this.#run(planned, item, view, failures)
    })
  }

  #evaluateContainer(container: Container, view: PodView, failures: Failure[]): void {
    const item: Item = { self: container.object, path: containerPath(view, container), container }
    const rules = this.#plan.pods
    for (const planned of rules.container) {
      if (isAbout(planned, container)) this.#run(planned, item, view, failures)
    }
    if (rules.securityContext.length > 0) this.#evaluateSecurityContext(container.object, item, view, failures)
  }

  /** @param holder The pod spec or the container that the context belongs to. */
  #evaluateSecurityContext(holder: Mapping, owner: Item, view: PodView, failures: Failure[]): void {
    const item: Item = {
      self: holder.securityContext ?? noFields,
      path: [...owner.path, 'securityContext'],
      container: owner.container
    }
    for (const planned of this.#plan.pods.securityContext) {
      if (isAbout(planned, owner.container)) this.#run(planned, item, view, failures)
    }
  }

  #run(planned: PlannedRule, item: Item, pod: PodFields, failures: Failure[]): void {
    if (planned.list === null) {
      this.#judge(planned, item, pod, failures)
      return
    }
    const elements = valueAt(item.self, planned.list)
    if (typeof elements !== 'object' || elements === null) return
    const path = [...item.path, ...planned.list]
    const { container } = item
    if (Array.isArray(elements)) {
      elements.forEach((self: unknown, index) => {
        this.#judge(planned, { self, path: [...path, index], container }, pod, failures)
      })
      return
    }
    for (const key of Object.keys(elements)) {
      this.#judge(planned, { self: key, path: [...path, key], container }, pod, failures)
    }
  }

  #judge(planned: PlannedRule, item: Item, pod: PodFields, failures: Failure[]): void {
    let fails: FailingSet | null = null
    let unknown: string | null = null
    const { spec, meta } = pod
    const merged = planned.control.effective === true && item.container !== null
    const effective = merged ? effectiveSecurityContext(pod, item.container) : undefined
    for (const variant of planned.variants) {
      try {
        if (variant.evaluate(item.self, spec, meta, effective)) continue
      } catch (error) {
        unknown = reasonOf(error)
      }
      fails = this.#sets.union(fails, variant.fails)
    }
    if (fails === null) return
    const { control, rule, at } = planned
    failures.push({ control, rule, item, path: joined(item.path, at), fails, unknown })
  }
}

/** A rule may be about some kinds of container only; what belongs to the pod itself is no container. */
function isAbout({ rule: { types } }: PlannedRule, container: Container | null): boolean {
  return types === undefined || (container !== null && types.includes(container.type))
}

function joined(path: Path, rest: Path): Path {
  return rest.length === 0 ? path : [...path, ...rest]
}

function mappingOf(value: unknown): Mapping {
  return isMapping(value) ? value : noFields
}

/** What an evaluation error means to a user. Anything but an evaluation error is Bulwark's own fault and goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'CelError') return error.message
  throw error
}
