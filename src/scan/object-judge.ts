import type { Component } from '../estate/components/component.ts'
import { componentsOf } from '../estate/components/components.ts'
import type { Resource } from '../estate/resource.ts'
import { type PodView, podViews } from '../estate/workload.ts'
import type { WorkloadKinds } from '../estate/workload-kinds.ts'
import { Evaluator } from './evaluate.ts'
import type { Failure } from './failure.ts'
import { Fingerprints } from './identity.ts'
import type { Plan } from './plan.ts'

/** What rules say of one object by itself. */
export interface JudgedObject {
  readonly views: readonly PodView[]
  readonly components: readonly Component[]
  /** By the fingerprint that their findings have. */
  readonly failures: ReadonlyMap<string, Failure>
}

/** Judges single objects by the rules of a plan, every control for itself: what is asked before and after a fix. */
export class ObjectJudge {
  readonly #plan: Plan
  readonly #kinds: WorkloadKinds
  readonly #evaluator: Evaluator

  constructor(plan: Plan, kinds: WorkloadKinds) {
    this.#plan = plan
    this.#kinds = kinds
    this.#evaluator = new Evaluator(plan)
  }

  /** @param beside The resources of the same file, itself among them. */
  judge(resource: Resource, beside: readonly Resource[]): JudgedObject {
    const views = podViews(resource, this.#kinds)
    const components = this.#plan.components.size === 0 ? [] : componentsOf(resource, views, beside)
    const fingerprints = new Fingerprints(resource)
    const failures = this.#evaluator.evaluate(resource, views, components)
    return { views, components, failures: new Map(failures.map((failure) => [fingerprints.of(failure), failure])) }
  }
}
