import type { Finding } from '../../scan/finding.ts'
import { hashText } from '../../scan/fingerprint.ts'

/** The item of a List that a path begins with; empty for an object that is a document of its own. */
const item = /^(?:items\[\d+\]\.?)*/

/** What tells an object from another one of the same name in the same file. */
export function standsAt({ document, path, resource }: Finding): string {
  return `${document} ${resource.apiVersion} ${item.exec(path)?.[0] ?? ''}`
}

/**
 * Numbers objects that have one name: the first 1, the next 2. They keep their numbers when lines move and when others
 * come between them. Kept as numbers, since there may be many objects.
 */
export class ObjectNumbers {
  readonly #first = new Map<number, number>()
  /** Of the few names that are there more than once. */
  readonly #all = new Map<number, number[]>()

  /**
   * @param name What the object is called in the report.
   * @param place Where it stands, as `standsAt` has it.
   */
  of(name: string, place: string): number {
    const key = hash(name)
    const own = hash(place)
    const first = this.#first.get(key)
    if (first === undefined) this.#first.set(key, own)
    if (first === undefined || first === own) return 1
    const all = this.#all.get(key) ?? [first]
    this.#all.set(key, all)
    if (!all.includes(own)) all.push(own)
    return all.indexOf(own) + 1
  }
}

/** As many bits as a number holds exactly. */
function hash(text: string): number {
  return (hashText(0, text) >>> 0) * 2 ** 21 + (hashText(1, text) >>> 11)
}
