/**
 * The types of what expressions of admission policies see besides objects, as the API server declares them. It knows no
 * fields of objects and parameters: those are of any type.
 *
 * Source: BuildRequestType and BuildNamespaceType of k8s.io/apiserver/pkg/admission/plugin/cel/compile.go 0.37.
 */
import {
  boolType,
  dynType,
  intType,
  listType,
  mapType,
  type ObjectField,
  objectType,
  stringType,
  type Type,
  type TypeProvider,
  timestampType
} from '../../cel/type.ts'

const strings = listType(stringType)
const labels = mapType(stringType, stringType)
const kind = objectType('kubernetes.GroupVersionKind')
const resource = objectType('kubernetes.GroupVersionResource')

export const requestType = objectType('kubernetes.AdmissionRequest')
export const namespaceType = objectType('kubernetes.Namespace')
export const variablesType = objectType('kubernetes.variables')

const declared: Readonly<Record<string, Readonly<Record<string, Type>>>> = {
  [kind.name]: { group: stringType, version: stringType, kind: stringType },
  [resource.name]: { group: stringType, version: stringType, resource: stringType },
  'kubernetes.UserInfo': {
    username: stringType,
    uid: stringType,
    groups: strings,
    extra: mapType(stringType, strings)
  },
  [requestType.name]: {
    kind,
    resource,
    subResource: stringType,
    requestKind: kind,
    requestResource: resource,
    requestSubResource: stringType,
    name: stringType,
    namespace: stringType,
    operation: stringType,
    userInfo: objectType('kubernetes.UserInfo'),
    dryRun: boolType,
    options: dynType
  },
  'kubernetes.NamespaceSpec': { finalizers: strings },
  'kubernetes.NamespaceCondition': {
    status: stringType,
    type: stringType,
    lastTransitionTime: timestampType,
    message: stringType,
    reason: stringType
  },
  'kubernetes.NamespaceStatus': {
    conditions: listType(objectType('kubernetes.NamespaceCondition')),
    phase: stringType
  },
  'kubernetes.NamespaceMetadata': {
    name: stringType,
    generateName: stringType,
    namespace: stringType,
    labels,
    annotations: labels,
    // Declared so, though the data has `uid`.
    UID: stringType,
    creationTimestamp: timestampType,
    deletionGracePeriodSeconds: intType,
    deletionTimestamp: timestampType,
    generation: intType,
    resourceVersion: stringType,
    finalizers: strings
  },
  [namespaceType.name]: {
    metadata: objectType('kubernetes.NamespaceMetadata'),
    spec: objectType('kubernetes.NamespaceSpec'),
    status: objectType('kubernetes.NamespaceStatus')
  }
}

/** Object types by name, with the variables of one policy as the fields of {@link variablesType}. */
export function admissionTypes(variables: ReadonlyMap<string, Type>): TypeProvider {
  return {
    has: (name) => Object.hasOwn(declared, name) || name === variablesType.name,
    field: (name, field) =>
      name === variablesType.name ? variableField(variables, field) : declaredField(name, field),
    fieldNames: (name) => (name === variablesType.name ? [...variables.keys()] : Object.keys(declared[name] ?? {}))
  }
}

function declaredField(name: string, field: string): ObjectField | undefined {
  const fields = declared[name]
  const type = fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined
  return type === undefined ? undefined : { type }
}

function variableField(variables: ReadonlyMap<string, Type>, field: string): ObjectField | undefined {
  const type = variables.get(field)
  return type === undefined ? undefined : { type, nullable: true }
}

/**
 * The type that a variable has for the expressions that use it: the API server forgets those of objects and of the
 * libraries' own values.
 *
 * Source: convertCelTypeToDeclType of k8s.io/apiserver/pkg/admission/plugin/cel/composition.go 0.37.
 */
export function variableType(type: Type): Type {
  switch (type.kind) {
    case 'list':
      return listType(variableType(type.element))
    case 'map':
      return mapType(variableType(type.key), variableType(type.value))
    case 'object':
    case 'opaque':
    case 'type':
    case 'parameter':
      return dynType
    default:
      return type
  }
}
