import { isDeepStrictEqual } from 'node:util'
import { isMapping, type Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { isUnordered, mergeKey } from '../rendered/list-keys.ts'

/**
 * The strategic merge patch that makes `after` of `before`: only what differs, elements of lists named by their merge
 * keys. Null where no such patch says it, as where two elements of a list share their key.
 * @param before A Kubernetes object.
 */
export function mergePatch(before: Mapping, after: Mapping): Mapping | null {
  const kind = typeof before.kind === 'string' ? before.kind : ''
  try {
    return new Difference(kind).ofMappings(before, after, [])
  } catch (fault) {
    if (fault instanceof NotMergeable) return null
    throw fault
  }
}

class NotMergeable extends Error {}

class Difference {
  readonly #kind: string

  constructor(kind: string) {
    this.#kind = kind
  }

  ofMappings(before: Mapping, after: Mapping, path: Path): Mapping {
    const patch: Mapping = {}
    for (const [key, value] of Object.entries(after)) {
      const old = before[key]
      if (Object.hasOwn(before, key) && isDeepStrictEqual(old, value)) continue
      patch[key] = this.#ofValues(old, value, [...path, key])
    }
    for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = null
    return patch
  }

  #ofValues(before: unknown, after: unknown, path: Path): unknown {
    if (isMapping(before) && isMapping(after)) return this.ofMappings(before, after, path)
    if (Array.isArray(before) && Array.isArray(after)) return this.#ofLists(before, after, path)
    // In a merge, null means that the field goes.
    if (after === null) throw new NotMergeable()
    return after
  }

  #ofLists(before: readonly unknown[], after: readonly unknown[], path: Path): unknown {
    const key = mergeKey(this.#kind, path)
    if (key === undefined) return after
    const old = byKey(before, key)
    const wanted = byKey(after, key)
    const patch: Mapping[] = []
    // Kustomize puts what a patch names in front of all else: what stood in front of it is named as well.
    let passed: Mapping[] = []
    for (const [name, element] of wanted) {
      const known = old.get(name)
      if (known !== undefined && isDeepStrictEqual(known, element)) {
        if (!isUnordered(path)) passed.push({ [key]: name })
        continue
      }
      const difference = known === undefined ? element : this.ofMappings(known, element, [...path, 0])
      patch.push(...passed, { [key]: name, ...difference })
      passed = []
    }
    for (const name of old.keys()) if (!wanted.has(name)) patch.push({ [key]: name, $patch: 'delete' })
    return patch
  }
}

/** @throws NotMergeable where an element has no key, or two have the same. */
function byKey(list: readonly unknown[], key: string): Map<unknown, Mapping> {
  const elements = new Map<unknown, Mapping>()
  for (const element of list) {
    const name = isMapping(element) ? element[key] : undefined
    if (!isMapping(element) || name === undefined || elements.has(name)) throw new NotMergeable()
    elements.set(name, element)
  }
  return elements
}
