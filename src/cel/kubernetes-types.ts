import { type ApiType, type FieldType, typeNamed } from '../kubernetes/api-types.ts'
import { escapeField } from './field-escape.ts'
import {
  boolType,
  doubleType,
  dynType,
  intType,
  listType,
  mapType,
  type ObjectField,
  objectType,
  stringType,
  type Type,
  type TypeProvider
} from './type.ts'

/**
 * The types of the Kubernetes API for the checker, by their OpenAPI names: `io.k8s.api.core.v1.Container`.
 *
 * As the API server declares them (k8s.io/apiserver/pkg/cel/common/schemas.go), except where that would not tell the
 * truth about the data that a rule sees:
 * - dates and base64 are strings, as they are when an admission policy is evaluated; the API server's checker says
 *   timestamp and bytes;
 * - quantities and free JSON are dyn; the API server's checker does not know such fields at all;
 * - a property whose name is a reserved word is found under that name too: `metadata.namespace`.
 */
export const kubernetesTypes: TypeProvider = {
  has: (type) => typeNamed(type) !== undefined,
  field: (type, name) => fieldsOf(type)?.get(name),
  fieldNames: (type) => [...(typeNamed(type)?.fields.keys() ?? [])]
}

/** Fields by the names that expressions have for them, for the types that were asked for. */
const known = new Map<ApiType, ReadonlyMap<string, ObjectField>>()

function fieldsOf(name: string): ReadonlyMap<string, ObjectField> | undefined {
  const type = typeNamed(name)
  if (type === undefined) return undefined
  const fields = known.get(type) ?? readFields(type)
  known.set(type, fields)
  return fields
}

function readFields({ fields }: ApiType): Map<string, ObjectField> {
  const declared = new Map<string, ObjectField>()
  for (const [property, field] of fields) {
    const type = celType(field.type)
    const escaped = escapeField(property)
    if (escaped !== undefined && escaped !== property) declared.set(escaped, { type, property })
    if (/^[A-Za-z_]\w*$/.test(property)) declared.set(property, { type })
  }
  return declared
}

function celType(type: FieldType): Type {
  switch (type.kind) {
    case 'any':
    case 'intOrString':
    case 'quantity':
      return dynType
    case 'boolean':
      return boolType
    case 'int32':
    case 'int64':
      return intType
    case 'number':
      return doubleType
    case 'string':
    case 'bytes':
    case 'time':
    case 'microTime':
      return stringType
    case 'list':
      return listType(celType(type.element))
    case 'map':
      return mapType(stringType, celType(type.value))
    case 'object':
      return objectType(type.type.name)
  }
}
