/** Choosing an overload by the types that the arguments turn out to have. */
import type { Overload } from '../declarations.ts'
import type { MapType, Type } from '../type.ts'
import { typeNameOfType } from '../type-name.ts'
import { Boxed, type CelValue } from '../values.ts'
import { noOverloadFor } from './fault.ts'
import { type AnyMap, entriesOf, isMap } from './map.ts'
import { isDouble, isInt } from './number.ts'

/** An implementation as it is called: with arguments whose types were made sure of. */
export type Implementation = (...args: readonly CelValue[]) => CelValue

/** The implementation of an overload, for arguments that are known to have its types. */
export function implementationOf({ call }: Pick<Overload, 'call'>): Implementation {
  return call as unknown as Implementation
}

/** A function that tries overloads in order; none fits: "no such overload". */
export function dispatcher(name: string, overloads: readonly Overload[]): Implementation {
  return (...args) => {
    for (const overload of overloads)
      if (hasTypes(args, overload.parameters)) return implementationOf(overload)(...args)
    return noOverloadFor(name, args)
  }
}

/** Whether arguments have the types of parameters. */
export function hasTypes(args: readonly CelValue[], parameters: readonly Type[]): boolean {
  return parameters.length === args.length && parameters.every((type, index) => hasType(args[index] ?? null, type))
}

/** Whether a value has a type. Of lists and maps the first element is looked at, as in the API server. */
function hasType(value: CelValue, type: Type): boolean {
  switch (type.kind) {
    case 'dyn':
    case 'parameter':
    case 'error':
      return true
    case 'int':
      return isInt(value)
    case 'double':
      return isDouble(value)
    case 'bool':
      return typeof value === 'boolean'
    case 'string':
      return typeof value === 'string'
    case 'null':
      return value === null
    case 'bytes':
      return value instanceof Uint8Array
    case 'list':
      return Array.isArray(value) && (value.length === 0 || hasType(value[0] ?? null, type.element))
    case 'map':
      return isMap(value) && hasEntryTypes(value, type)
    case 'object':
      return isMap(value)
    default:
      return value instanceof Boxed && value.typeName === typeNameOfType(type)
  }
}

function hasEntryTypes(map: AnyMap, type: MapType): boolean {
  for (const [key, value] of entriesOf(map)) return hasType(key, type.key) && hasType(value, type.value)
  return true
}
