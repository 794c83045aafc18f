import { lastingName } from '../estate/owners.ts'
import type { Resource } from '../estate/resource.ts'
import type { Failure } from './failure.ts'
import { combine, hashDigits, hashText } from './fingerprint.ts'

/**
 * Fingerprints of one resource's findings: a hash of control, resource and item, never of positions, so that a baseline
 * holds when lines move. The first half names the resource, the second the item and control in it; items that nothing
 * tells apart are numbered.
 */
export class Fingerprints {
  readonly #resourceDigits: string
  readonly #resource: number
  /** Fingerprint → how many items came out at it. */
  readonly #seen = new Map<number, number>()

  constructor(resource: Resource) {
    const identity = identityText(resource)
    this.#resourceDigits = hashDigits(hashText(0x811c9dc5, identity))
    this.#resource = hashText(0x9747b28c, identity)
  }

  of({ planned, item }: Failure): string {
    return this.#unique(combine(planned.identity, item.identity))
  }

  /** Of an analysis' verdict on an item of the resource. */
  ofItem(control: string, item: string): string {
    return this.#unique(combine(hashText(0, control), hashText(0, item)))
  }

  /** Of a pass, which is about a control and no item. */
  ofControl(id: string): string {
    return this.#unique(hashText(0, id))
  }

  #unique(identity: number): string {
    const own = combine(this.#resource, identity)
    let hash = own
    while (this.#seen.has(hash)) {
      const number = (this.#seen.get(own) ?? 0) + 1
      this.#seen.set(own, number)
      hash = combine(own, number)
    }
    this.#seen.set(hash, 0)
    return this.#resourceDigits + hashDigits(hash)
  }
}

/**
 * A resource without a name is told apart by its document; a live one that a controller made by that controller, since
 * its own name is gone with the next rollout.
 */
function identityText(resource: Resource): string {
  const { apiVersion, kind, namespace, name, generateName, origin } = resource
  const controlled = origin.file === null ? lastingName(resource) : null
  const own = controlled ?? name ?? generateName ?? `${origin.file ?? ''}#${origin.document}`
  return `${apiVersion} ${kind} ${namespace ?? ''} ${own}`
}
