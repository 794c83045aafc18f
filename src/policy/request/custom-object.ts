/**
 * A custom object as the API server holds it: what its schema does not know is gone, and defaults are filled in.
 *
 * Source: pruning and defaulting of k8s.io/apiextensions-apiserver/pkg/apiserver/schema 0.37.
 */
import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import { typeNamed } from '../../kubernetes/api-types.ts'
import { decoded, serialize } from '../../kubernetes/serialized-form.ts'

const metadataType = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'

/** @param schema OpenAPI v3; null where nothing is known: then nothing is removed or filled in. */
export function customObject(object: Mapping, schema: Mapping | null): Mapping {
  const { metadata, ...rest } = object
  const shaped = schema === null ? rest : shape(rest, withTypeFields(schema))
  return { ...(isMapping(shaped) ? shaped : {}), metadata: metadataOf(metadata) }
}

function metadataOf(metadata: unknown): Mapping {
  const type = typeNamed(metadataType)
  if (type === undefined || !isMapping(metadata)) return {}
  const made = decoded(type, metadata)
  serialize(type, made)
  return made
}

function withTypeFields(schema: Mapping): Mapping {
  return { ...schema, properties: { ...mappingAt(schema, 'properties'), apiVersion: {}, kind: {} } }
}

function shape(value: unknown, schema: Mapping): unknown {
  if (Array.isArray(value)) {
    const items = mappingAt(schema, 'items')
    return items === undefined ? value : value.map((element) => shape(element, items))
  }
  return isMapping(value) ? shapeObject(value, schema) : value
}

function shapeObject(value: Mapping, schema: Mapping): Mapping {
  const properties = mappingAt(schema, 'properties') ?? {}
  const additional = schema.additionalProperties
  const keepsUnknown =
    schema['x-kubernetes-preserve-unknown-fields'] === true || additional === true || schema.type === undefined
  const made: Mapping = {}
  for (const [key, written] of Object.entries(value)) {
    const own = mappingAt(properties, key)
    const field = own ?? (isMapping(additional) ? additional : undefined)
    // A null is dropped where the schema does not allow it and has a default in its place.
    if (written === null && field !== undefined && field.nullable !== true && field.default !== undefined) continue
    if (field !== undefined) made[key] = shape(written, field)
    else if (keepsUnknown || (schema['x-kubernetes-embedded-resource'] === true && embedded.has(key)))
      made[key] = written
  }
  for (const [key, field] of Object.entries(properties)) {
    if (isMapping(field) && field.default !== undefined && made[key] === undefined)
      made[key] = shape(structuredClone(field.default), field)
  }
  return made
}

const embedded: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])
