import type { Control } from '../controls/control.ts'
import { isMapping } from '../estate/mapping.ts'
import type { Resource } from '../estate/resource.ts'
import type { Failure } from './failure.ts'
import { emptyHash, type HashState, hashDigits, hashText } from './fingerprint.ts'

/** Start of every fingerprint of one resource. A resource without a name is told apart by its document. */
export function resourceHash({ apiVersion, kind, namespace, name, generateName, origin }: Resource): HashState {
  let state = hashText(emptyHash, apiVersion)
  state = hashText(state, kind)
  state = hashText(state, namespace ?? '')
  return hashText(state, name ?? generateName ?? `${origin.file ?? ''}#${origin.document}`)
}

/**
 * Fingerprints of a resource's failures: a hash of control, resource and item, never of positions, so that a baseline
 * holds when lines move. Items that nothing tells apart are numbered.
 */
export class Fingerprints {
  readonly #resource: HashState
  readonly #seen = new Map<string, number>()

  constructor(resource: Resource) {
    this.#resource = resourceHash(resource)
  }

  of(failure: Failure): string {
    const state = hashText(hashText(this.#resource, failure.control.id), itemIdentity(failure))
    const digits = hashDigits(state)
    const before = this.#seen.get(digits) ?? 0
    this.#seen.set(digits, before + 1)
    return before === 0 ? digits : hashDigits(hashText(state, String(before)))
  }

  ofPass(control: Control): string {
    return hashDigits(hashText(this.#resource, control.id))
  }
}

/** The item's place by names where there are any, by the rule's field, and by its own name or value. */
function itemIdentity({ item, rule }: Failure): string {
  const { container, self } = item
  const place = container === null ? '' : `${container.type}/${container.name ?? container.index}`
  return `${place} ${rule.at} ${ownName(self, container?.object)}`
}

function ownName(self: unknown, container: unknown): string {
  if (self === container) return ''
  if (typeof self === 'string' || typeof self === 'number') return String(self)
  if (!isMapping(self)) return ''
  const { name, hostPort, containerPort, protocol } = self
  if (hostPort !== undefined) return `${String(hostPort)}:${String(containerPort)}/${String(protocol)}`
  return typeof name === 'string' ? name : ''
}
