import { type Fitness, type PodSecurityLevel, podSecurityLevels } from '../controls/analysis.ts'
import { isMadeByWorkload } from '../estate/made-by-workload.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import { Evaluator } from './evaluate.ts'
import type { Plan } from './plan.ts'

const none: Fitness = { workloads: 0, level: 'restricted' }

/**
 * Finds out which level of Pod Security the workloads of each namespace are fit for, by the newest version of its checks.
 * What names no namespace belongs to none that could enforce a level.
 */
export class NamespaceLevels {
  readonly #planByLevel: Plan['podSecurity']
  #evaluator: Evaluator | undefined
  readonly #fitness = new Map<string, Fitness>()

  constructor(podSecurity: Plan['podSecurity']) {
    this.#planByLevel = podSecurity
  }

  add(resource: Resource, pods: readonly PodView[]): void {
    const { namespace } = resource
    if (namespace === null || pods.length === 0 || isMadeByWorkload(resource)) return
    const { workloads, level } = this.of(namespace)
    this.#fitness.set(namespace, { workloads: workloads + 1, level: this.#lower(level, resource, pods) })
  }

  of(namespace: string): Fitness {
    return this.#fitness.get(namespace) ?? none
  }

  #lower(level: PodSecurityLevel, resource: Resource, pods: readonly PodView[]): PodSecurityLevel {
    const [lowest] = podSecurityLevels
    if (level === lowest) return level
    this.#evaluator ??= new Evaluator(this.#planByLevel())
    let lower = level
    for (const { fails } of this.#evaluator.evaluate(resource, pods)) {
      // Whoever is unfit for the baseline is unfit for more.
      if (fails.frameworks.some((name) => name.startsWith('pss-baseline'))) return lowest
      lower = 'baseline'
    }
    return lower
  }
}
