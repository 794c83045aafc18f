import type { Mapping } from '../../estate/mapping.ts'
import type { KindTable } from '../match/kind-table.ts'
import type { AdmissionRequest, ServedType } from './request.ts'

/** The objects of a request. */
export interface Objects {
  readonly object: Mapping | null
  readonly oldObject: Mapping | null
}

/**
 * The objects of a request in the version by which a policy matched it. Between versions of custom kinds whose definition
 * converts nothing only `apiVersion` differs; how others are converted only the server knows.
 */
export function convertedObject(
  { type, object, oldObject }: AdmissionRequest,
  wanted: ServedType,
  kinds: KindTable
): Objects | { readonly unknown: string } {
  if (wanted.version === type.version && wanted.group === type.group) return { object, oldObject }
  const written = apiVersionOf(type)
  const apiVersion = apiVersionOf(wanted)
  if (kinds.custom(written, type.kind)?.convertible !== true)
    return {
      unknown: `the policy sees the object as ${apiVersion}, and only the API server can convert it from ${written}`
    }
  const converted = (one: Mapping | null): Mapping | null => (one === null ? null : { ...one, apiVersion })
  return { object: converted(object), oldObject: converted(oldObject) }
}

function apiVersionOf({ group, version }: ServedType): string {
  return group === '' ? version : `${group}/${version}`
}
