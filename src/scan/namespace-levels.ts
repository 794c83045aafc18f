import { type Fitness, podSecurityLevels } from '../controls/analysis.ts'
import { isMadeByWorkload } from '../estate/made-by-workload.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { Plan } from './plan.ts'

const none: Fitness = { workloads: 0, level: 'restricted' }

/**
 * Finds out, while workloads are at hand, which level of Pod Security those of each namespace are fit for. What names no
 * namespace belongs to none that could enforce a level.
 */
export class NamespaceLevels {
  readonly #levelOf: Plan['levelOf']
  readonly #fitness = new Map<string, Fitness>()

  constructor(levelOf: Plan['levelOf']) {
    this.#levelOf = levelOf
  }

  add(resource: Resource, pods: readonly PodView[]): void {
    const { namespace } = resource
    if (namespace === null || pods.length === 0 || isMadeByWorkload(resource)) return
    const { workloads, level } = this.of(namespace)
    const [lowest] = podSecurityLevels
    const own = level === lowest ? lowest : this.#levelOf(resource, pods)
    const isLower = podSecurityLevels.indexOf(own) < podSecurityLevels.indexOf(level)
    this.#fitness.set(namespace, { workloads: workloads + 1, level: isLower ? own : level })
  }

  of(namespace: string): Fitness {
    return this.#fitness.get(namespace) ?? none
  }
}
