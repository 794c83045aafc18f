/** Static types of the checker. Two types are the same when they are structurally equal. */

export type PrimitiveKind = 'bool' | 'bytes' | 'double' | 'int' | 'string' | 'uint' | 'null' | 'timestamp' | 'duration'

export type Type =
  /** `dyn` is known at run time only; `error` stands for what was already reported. */
  | { readonly kind: PrimitiveKind | 'dyn' | 'error' }
  | ListType
  | MapType
  | ObjectType
  | OpaqueType
  | TypeOfType
  | TypeParameter

export interface ListType {
  readonly kind: 'list'
  readonly element: Type
}

export interface MapType {
  readonly kind: 'map'
  readonly key: Type
  readonly value: Type
}

/** A type with named fields, which the {@link TypeProvider} of the environment knows by this name. */
export interface ObjectType {
  readonly kind: 'object'
  readonly name: string
}

/** A type whose values only functions can look into: `optional_type(int)`, `kubernetes.Quantity`. */
export interface OpaqueType {
  readonly kind: 'opaque'
  readonly name: string
  readonly parameters: readonly Type[]
}

/** The type of a type: `type(int)`; without `of` any type. */
export interface TypeOfType {
  readonly kind: 'type'
  readonly of?: Type
}

/** A placeholder in an overload's signature, or one that the checker has not solved yet. */
export interface TypeParameter {
  readonly kind: 'parameter'
  readonly name: string
}

export const boolType: Type = { kind: 'bool' }
export const bytesType: Type = { kind: 'bytes' }
export const doubleType: Type = { kind: 'double' }
export const intType: Type = { kind: 'int' }
export const stringType: Type = { kind: 'string' }
export const uintType: Type = { kind: 'uint' }
export const nullType: Type = { kind: 'null' }
export const timestampType: Type = { kind: 'timestamp' }
export const durationType: Type = { kind: 'duration' }
export const dynType: Type = { kind: 'dyn' }
export const errorType: Type = { kind: 'error' }

export function listType(element: Type): ListType {
  return { kind: 'list', element }
}

export function mapType(key: Type, value: Type): MapType {
  return { kind: 'map', key, value }
}

export function objectType(name: string): ObjectType {
  return { kind: 'object', name }
}

export function opaqueType(name: string, ...parameters: Type[]): OpaqueType {
  return { kind: 'opaque', name, parameters }
}

export function optionalType(value: Type): OpaqueType {
  return opaqueType('optional_type', value)
}

export function isOptionalType(type: Type): type is OpaqueType {
  return type.kind === 'opaque' && type.name === 'optional_type'
}

/** What an optional type holds; any other type itself. */
export function heldType(type: Type): Type {
  return isOptionalType(type) ? (type.parameters[0] ?? dynType) : type
}

export function typeOfType(of?: Type): TypeOfType {
  return of === undefined ? { kind: 'type' } : { kind: 'type', of }
}

export function typeParameter(name: string): TypeParameter {
  return { kind: 'parameter', name }
}

/** One field of an object type. */
export interface ObjectField {
  readonly type: Type
  /** The property of the data where its name is not the field's (`x-y` is the field `x__dash__y`). */
  readonly property?: string
  /** Null is a value of the field, not its absence. */
  readonly nullable?: true
}

/** Knows object types by name. It is asked lazily, so a large table costs only what rules use. */
export interface TypeProvider {
  /** Whether an object type of this name exists. */
  has(type: string): boolean
  field(type: string, name: string): ObjectField | undefined
  /** The fields to suggest from when one is unknown. */
  fieldNames(type: string): readonly string[]
}

const names: Readonly<Record<PrimitiveKind | 'dyn' | 'error', string>> = {
  bool: 'bool',
  bytes: 'bytes',
  double: 'double',
  int: 'int',
  string: 'string',
  uint: 'uint',
  null: 'null',
  timestamp: 'timestamp',
  duration: 'duration',
  dyn: 'dyn',
  error: '!error!'
}

/** The type as messages show it, in the words of the API server: `map(string, list(int))`. */
export function formatType(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list(${formatType(type.element)})`
    case 'map':
      return `map(${formatType(type.key)}, ${formatType(type.value)})`
    case 'object':
    case 'parameter':
      return type.name
    case 'opaque':
      return type.parameters.length === 0 ? type.name : `${type.name}(${type.parameters.map(formatType).join(', ')})`
    case 'type':
      return type.of === undefined ? 'type' : `type(${formatType(type.of)})`
    default:
      return names[type.kind]
  }
}
