import { controllerOf, uidOf } from '../estate/owners.ts'
import type { Resource } from '../estate/resource.ts'
import type { PodView } from '../estate/workload.ts'
import type { Failure } from './failure.ts'
import { combine, hashText } from './fingerprint.ts'

/**
 * Reports each fault of pods under one controller of a live cluster once: at the controller where its template shows it,
 * else at the first object that does. A ReplicaSet and its pods repeat what their Deployment says, but need not be equal
 * to it: admission may have changed them, or they are of an earlier revision. So they are judged like everything else,
 * and what they add is reported. Controllers have to come before what they control.
 */
export class ReportedFaults {
  /** By the uid of a controller: faults that its template shows, and those that were reported below it. */
  readonly #under = new Map<string, Set<number>>()

  /**
   * Those of a live object's failures that neither its controller nor an equal object beside it has shown.
   * @param views The pods of the object. Without any, it is no copy of anything.
   */
  unreported(resource: Resource, views: readonly PodView[], failures: readonly Failure[]): readonly Failure[] {
    if (failures.length === 0 || views.length === 0) return failures
    const uid = uidOf(resource)
    // Nothing is controlled by a pod, and there are more of them than of all others.
    if (uid !== null && resource.kind !== 'Pod') this.#add(uid, failures.map(faultOf))
    const controller = controllerOf(resource)?.uid ?? null
    if (controller === null) return failures
    const shown = this.#under.get(controller)
    // What one controller makes may differ: an operator's Deployments, a node's static pods.
    const image = imageOf(views)
    const left = failures.filter((failure) => {
      const fault = faultOf(failure)
      return shown === undefined || !(shown.has(fault) || shown.has(combine(fault, image)))
    })
    this.#add(
      controller,
      left.map((failure) => combine(faultOf(failure), image))
    )
    return left
  }

  #add(controller: string, faults: readonly number[]): void {
    const shown = this.#under.get(controller) ?? new Set()
    for (const fault of faults) shown.add(fault)
    this.#under.set(controller, shown)
  }
}

/**
 * What is wrong and where in the pod, whatever the object that holds it: control and field, the container, and the name
 * of what is meant in it. A pod's own name says nothing about the fault.
 */
function faultOf({ planned, item, unknown }: Failure): number {
  const place = item.path.at(-1) === 'metadata' ? 0 : item.identity
  const fault = combine(planned.identity, place)
  return unknown === null ? fault : combine(fault, hashText(0, 'unknown'))
}

/** Equal for pods that run the same: the containers and their images. */
function imageOf(views: readonly PodView[]): number {
  let hash = 1
  for (const { containers } of views) {
    for (const { type, name, object } of containers)
      hash = hashText(hash, `${type}/${name ?? ''}=${String(object.image)}`)
  }
  return hash
}
