import { type FieldCode, fieldCodes } from '../../src/kubernetes/field-codes.ts'
import { type OpenApiSchema, referenceOf, type Schemas } from './openapi.ts'

/** Types that hold any JSON, which OpenAPI calls objects. */
const free = /^io\.k8s\.apimachinery\.pkg\.(?:runtime\.RawExtension|apis\.meta\.v1\.(?:FieldsV1|Patch))$/

/** The code of a field's type. References to object types go through `numberOf`, which names them. */
export function encodeType(schema: OpenApiSchema, schemas: Schemas, numberOf: (type: string) => string): string {
  const reference = referenceOf(schema)
  if (reference !== undefined) return encodeReference(reference, schemas, numberOf)
  if (schema.type === 'array') return fieldCodes.list + encodeType(schema.items ?? {}, schemas, numberOf)
  if (schema.additionalProperties !== undefined)
    return fieldCodes.map + encodeType(schema.additionalProperties, schemas, numberOf)
  return fieldCodes[scalarOf(schema)]
}

function encodeReference(name: string, schemas: Schemas, numberOf: (type: string) => string): string {
  if (name.endsWith('.api.resource.Quantity')) return fieldCodes.quantity
  if (name.endsWith('.meta.v1.MicroTime')) return fieldCodes.microTime
  if (free.test(name)) return fieldCodes.any
  const schema = schemas.get(name)
  if (schema === undefined) throw new Error(`nothing is known of ${name}`)
  return isObject(schema) ? fieldCodes.object + numberOf(name) : encodeType(schema, schemas, numberOf)
}

/** Whether a schema is a type with fields of its own, be they none. */
export function isObject({ type, additionalProperties }: OpenApiSchema): boolean {
  return type === 'object' && additionalProperties === undefined
}

function scalarOf({ type, format, oneOf }: OpenApiSchema): Exclude<keyof FieldCode, 'list' | 'map' | 'object'> {
  if (format === 'int-or-string') return 'intOrString'
  switch (type) {
    case 'string':
      return format === 'byte' ? 'bytes' : format === 'date-time' ? 'time' : 'string'
    case 'integer':
      return format === 'int32' ? 'int32' : 'int64'
    case 'number':
      return 'number'
    case 'boolean':
      return 'boolean'
  }
  if (type === 'object' || (type === undefined && oneOf === undefined)) return 'any'
  throw new Error(`no code for a field of type ${type} and format ${format}`)
}
