import type { FunctionDeclaration, Overload } from '../declarations.ts'
import {
  toBool,
  toBytes,
  toDouble,
  toDuration,
  toInt,
  toText,
  toTimestamp,
  toUint,
  typeOfValue
} from '../runtime/conversion.ts'
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  dynType,
  intType,
  stringType,
  type Type,
  timestampType,
  typeOfType,
  uintType
} from '../type.ts'
import type { CelValue } from '../values.ts'
import { paramA } from './signatures.ts'

const named = {
  bool: boolType,
  bytes: bytesType,
  double: doubleType,
  duration: durationType,
  int: intType,
  string: stringType,
  timestamp: timestampType,
  uint: uintType
} satisfies Record<string, Type>

type TypeName = keyof typeof named

/** Ids say `int64` and `uint64` where the type's name is shorter. */
function idOf(name: TypeName): string {
  return name === 'int' || name === 'uint' ? `${name}64` : name
}

/** The conversion to a type from each type that has one, its own among them. */
function conversion(to: TypeName, call: (value: CelValue) => CelValue, from: readonly TypeName[]): FunctionDeclaration {
  const overloads = from.map((name): Overload => {
    const id = name === to ? `${idOf(to)}_to_${idOf(to)}` : `${idOf(name)}_to_${idOf(to)}`
    return { id, parameters: [named[name]], result: named[to], call, total: isTotal(name, to) }
  })
  return { name: to, overloads, foldsConstants: true }
}

/** Conversions that have a result for every value. */
function isTotal(from: TypeName, to: TypeName): boolean {
  return (
    from === to || (to === 'string' && from !== 'bytes') || (to === 'double' && from !== 'string') || to === 'bytes'
  )
}

/** Whether a literal argument converts, so that a bad one is found before evaluation. */
function converts(call: (value: CelValue) => CelValue): (literal: CelValue) => boolean {
  return (literal) => {
    try {
      call(literal)
      return true
    } catch {
      return false
    }
  }
}

export const conversionFunctions: readonly FunctionDeclaration[] = [
  {
    name: 'type',
    foldsConstants: true,
    overloads: [{ id: 'type', parameters: [paramA], result: typeOfType(paramA), call: typeOfValue, total: true }]
  },
  {
    name: 'dyn',
    foldsConstants: true,
    overloads: [{ id: 'to_dyn', parameters: [paramA], result: dynType, call: (value: CelValue) => value, total: true }]
  },
  conversion('bool', toBool, ['bool', 'string']),
  conversion('bytes', toBytes, ['bytes', 'string']),
  conversion('double', toDouble, ['double', 'int', 'string', 'uint']),
  { ...conversion('duration', toDuration, ['duration', 'string']), acceptsLiteral: converts(toDuration) },
  conversion('int', toInt, ['int', 'double', 'duration', 'string', 'timestamp', 'uint']),
  conversion('string', toText, ['string', 'bool', 'bytes', 'double', 'duration', 'int', 'timestamp', 'uint']),
  { ...conversion('timestamp', toTimestamp, ['timestamp', 'int', 'string']), acceptsLiteral: converts(toTimestamp) },
  conversion('uint', toUint, ['uint', 'double', 'int', 'string'])
]
