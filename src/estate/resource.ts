import type { Mapping } from './mapping.ts'
import { mappingAt, stringAt } from './mapping.ts'
import type { Path } from './path.ts'

/** Where a resource was written. Positions inside it are computed only on demand, by the source that read it. */
export interface Origin {
  /** As the user would name it; `-` for stdin, null for a live object. */
  readonly file: string | null
  /** The document in that file, from 0. */
  readonly document: number
  /** From the document's root to the object: empty, or `['items', 3]` inside a List. */
  readonly prefix: Path
}

/** One Kubernetes object from any source. `object` is shared with whoever read it: nobody copies it. */
export interface Resource {
  readonly apiVersion: string
  readonly kind: string
  /** Null where the manifest names none. */
  readonly namespace: string | null
  /** Null where the manifest names none, or only a `generateName`. */
  readonly name: string | null
  readonly generateName: string | null
  readonly object: Mapping
  readonly origin: Origin
}

/** The API group of an `apiVersion`: `apps` for `apps/v1`, the empty string for `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/')
  return slash === -1 ? '' : apiVersion.slice(0, slash)
}

/** Wraps an object whose type is known. Its metadata is read as far as it has the right shape. */
export function makeResource(apiVersion: string, kind: string, object: Mapping, origin: Origin): Resource {
  const metadata = mappingAt(object, 'metadata')
  if (metadata === undefined) {
    return { apiVersion, kind, namespace: null, name: null, generateName: null, object, origin }
  }
  return {
    apiVersion,
    kind,
    namespace: nonEmpty(stringAt(metadata, 'namespace')),
    name: nonEmpty(stringAt(metadata, 'name')),
    generateName: nonEmpty(stringAt(metadata, 'generateName')),
    object,
    origin
  }
}

/** Go clients write an unset string as the empty one. */
function nonEmpty(value: string | null): string | null {
  return value === '' ? null : value
}
