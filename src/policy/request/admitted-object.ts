/**
 * The object of a CREATE as it comes before admission policies: decoded, with the API server's defaults, with what its
 * built-in admission plugins add, and prepared for being stored. What only a running server knows stands for itself: an
 * address that it would allocate is absent, and what it makes up (uid, suffixes of names) is made up.
 */
import { isMapping, type Mapping, mappingAt, stringAt } from '../../estate/mapping.ts'
import { rootType } from '../../kubernetes/api-types.ts'
import { setDefaults } from '../../kubernetes/defaults/set-defaults.ts'
import { decoded, serialize } from '../../kubernetes/serialized-form.ts'
import type { KindTable } from '../match/kind-table.ts'
import { customObject } from './custom-object.ts'
import { admitPod, type PodSurroundings } from './pod-admission.ts'
import { prepareForCreate } from './prepare-for-create.ts'

/** Where and when an object is created. */
export interface Creation {
  /** Empty for an object in no namespace. */
  readonly namespace: string
  /** Such as 2026-01-31T12:00:00Z. */
  readonly time: string
}

const uid = '00000000-0000-4000-8000-000000000000'

/** Of a given object nothing is changed; free JSON in it is shared. */
export function admittedObject(
  { apiVersion, kind, object }: { readonly apiVersion: string; readonly kind: string; readonly object: Mapping },
  { namespace, time }: Creation,
  kinds: KindTable,
  around: PodSurroundings
): Mapping {
  const type = rootType(apiVersion, kind)
  if (type === undefined) return customAdmitted(apiVersion, kind, object, { namespace, time }, kinds)
  const made: Mapping = { ...decoded(type, object), apiVersion, kind }
  setDefaults(type, made)
  stamp(made, namespace, time)
  if (apiVersion === 'v1' && kind === 'Pod') admitPod(made, around)
  prepareForCreate(apiVersion, kind, made)
  serialize(type, made)
  return made
}

function customAdmitted(
  apiVersion: string,
  kind: string,
  object: Mapping,
  { namespace, time }: Creation,
  kinds: KindTable
): Mapping {
  const version = kinds.custom(apiVersion, kind)?.versions.get(apiVersion.slice(apiVersion.indexOf('/') + 1))
  const made = { ...customObject(object, version?.schema ?? null), apiVersion, kind }
  if (version?.hasStatus === true) Reflect.deleteProperty(made, 'status')
  stamp(made, namespace, time)
  const metadata = mappingAt(made, 'metadata')
  if (metadata !== undefined) metadata.generation = 1
  return made
}

/** What the API server writes into the metadata of everything that is created. */
function stamp(object: Mapping, namespace: string, time: string): void {
  const metadata: Mapping = isMapping(object.metadata) ? object.metadata : {}
  object.metadata = metadata
  const generated = stringAt(metadata, 'generateName')
  if (!metadata.name && generated) metadata.name = `${generated}xxxxx`
  if (namespace === '') delete metadata.namespace
  else metadata.namespace = namespace
  for (const field of ['resourceVersion', 'selfLink', 'deletionTimestamp', 'deletionGracePeriodSeconds'])
    delete metadata[field]
  metadata.uid = uid
  metadata.creationTimestamp = time
}
