import type { Estate } from '../estate/estate.ts'
import type { Resource } from '../estate/resource.ts'
import { type Labels, labelsOf } from '../estate/selectors.ts'

/** A namespace as policies see it, whether its own object was read or not. */
export interface NetworkNamespace {
  /** Null for the namespace that whoever applies a file will choose for what names none there. */
  readonly name: string | null
  /** With the name, which every namespace carries as a label. */
  readonly labels: Labels
  /** True where the Namespace object was read, so that the labels are all that there are. */
  readonly known: boolean
}

/** The label that the API server gives every namespace. */
const nameLabel = 'kubernetes.io/metadata.name'

/** Namespaces of one estate, each made once. */
export class NetworkNamespaces {
  readonly #estate: Estate
  readonly #byKey = new Map<string, NetworkNamespace>()

  constructor(estate: Estate) {
    this.#estate = estate
  }

  named(name: string): NetworkNamespace {
    const known = this.#byKey.get(name)
    if (known !== undefined) return known
    const [object] = this.#estate.named({ kind: 'Namespace', name, namespace: null, group: '' })
    const labels = { ...(object === undefined ? {} : labelsOf(object)), [nameLabel]: name }
    const made = { name, labels, known: object !== undefined }
    this.#byKey.set(name, made)
    return made
  }

  /** That of an object. Objects of one file that name none end up together; those of two files may not. */
  of({ namespace, origin }: Resource): NetworkNamespace {
    if (namespace !== null) return this.named(namespace)
    // No name of a namespace holds a line break.
    const key = `\n${origin.file ?? ''}`
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const made = { name: null, labels: {}, known: false }
    this.#byKey.set(key, made)
    return made
  }
}
