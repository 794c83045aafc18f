/** Operators as functions. `&&` and `||` have no signature: the checker wants bools, the compiler knows the rest. */
import type { FunctionDeclaration } from '../declarations.ts'
import { add, divide, modulo, multiply, negate, subtract } from '../runtime/arithmetic.ts'
import { equal, notEqual } from '../runtime/equality.ts'
import { noOverloadFor, noSuchOverload } from '../runtime/fault.ts'
import { greater, greaterOrEqual, less, lessOrEqual } from '../runtime/order.ts'
import {
  boolType,
  bytesType,
  doubleType,
  durationType,
  intType,
  stringType,
  type Type,
  timestampType,
  uintType
} from '../type.ts'
import type { CelValue } from '../values.ts'
import { listOfA, paramA, type Signature, selfDispatching } from './signatures.ts'

/** Same-typed operands whose result has that type. */
function closed(name: string, types: Readonly<Record<string, Type>>): Signature[] {
  return Object.entries(types).map(([suffix, type]) => [`${name}_${suffix}`, [type, type], type])
}

const integers = { int64: intType, uint64: uintType }
const numbers = { double: doubleType, ...integers }

const arithmetic: readonly FunctionDeclaration[] = [
  selfDispatching('_+_', add, [
    ['add_bytes', [bytesType, bytesType], bytesType, { total: true }],
    ['add_double', [doubleType, doubleType], doubleType, { total: true }],
    ['add_duration_duration', [durationType, durationType], durationType],
    ['add_duration_timestamp', [durationType, timestampType], timestampType],
    ['add_timestamp_duration', [timestampType, durationType], timestampType],
    ['add_int64', [intType, intType], intType],
    ['add_list', [listOfA, listOfA], listOfA, { total: true, inline: (a, b) => `[...${a}, ...${b}]` }],
    ['add_string', [stringType, stringType], stringType, { total: true, inline: (a, b) => `(${a} + ${b})` }],
    ['add_uint64', [uintType, uintType], uintType]
  ]),
  selfDispatching('_-_', subtract, [
    ['subtract_double', [doubleType, doubleType], doubleType, { total: true }],
    ['subtract_duration_duration', [durationType, durationType], durationType],
    ['subtract_int64', [intType, intType], intType],
    ['subtract_timestamp_duration', [timestampType, durationType], timestampType],
    ['subtract_timestamp_timestamp', [timestampType, timestampType], durationType],
    ['subtract_uint64', [uintType, uintType], uintType]
  ]),
  selfDispatching('_*_', multiply, closed('multiply', numbers)),
  selfDispatching('_/_', divide, closed('divide', numbers)),
  selfDispatching('_%_', modulo, closed('modulo', integers)),
  selfDispatching('-_', negate, [
    ['negate_double', [doubleType], doubleType, { total: true }],
    ['negate_int64', [intType], intType]
  ])
]

/** Orders, in the order in which cel-go tries them: it decides what an empty list's elements are taken for. */
const ordered: readonly (readonly [id: string, left: Type, right: Type])[] = [
  ['bool', boolType, boolType],
  ['int64', intType, intType],
  ['int64_double', intType, doubleType],
  ['int64_uint64', intType, uintType],
  ['uint64', uintType, uintType],
  ['uint64_double', uintType, doubleType],
  ['uint64_int64', uintType, intType],
  ['double', doubleType, doubleType],
  ['double_int64', doubleType, intType],
  ['double_uint64', doubleType, uintType],
  ['string', stringType, stringType],
  ['bytes', bytesType, bytesType],
  ['timestamp', timestampType, timestampType],
  ['duration', durationType, durationType]
]

function comparison(
  operator: string,
  prefix: string,
  call: (a: CelValue, b: CelValue) => boolean
): FunctionDeclaration {
  const symbol = operator.slice(1, -1)
  const signatures = ordered.map(([id, left, right]): Signature => {
    // Doubles may be NaN, which has no order. Ints are JavaScript numbers or bigints, which compare as they are.
    const total = left !== doubleType && right !== doubleType
    const inline = id === 'int64' ? { inline: (a = '', b = '') => `(${a} ${symbol} ${b})` } : {}
    return [`${prefix}_${id}`, [left, right], boolType, { total, ...inline }]
  })
  return selfDispatching(operator, call, signatures)
}

function not(value: CelValue): boolean {
  return typeof value === 'boolean' ? !value : noSuchOverload()
}

/** Conditionals are compiled in place; as a function they cannot be reached. */
function conditional(...args: CelValue[]): CelValue {
  return noOverloadFor('_?_:_', args)
}

export const operatorFunctions: readonly FunctionDeclaration[] = [
  ...arithmetic,
  selfDispatching('_==_', equal, [['equals', [paramA, paramA], boolType]]),
  selfDispatching('_!=_', notEqual, [['not_equals', [paramA, paramA], boolType, { total: true }]]),
  comparison('_<_', 'less', less),
  comparison('_<=_', 'less_equals', lessOrEqual),
  comparison('_>_', 'greater', greater),
  comparison('_>=_', 'greater_equals', greaterOrEqual),
  selfDispatching('!_', not, [['logical_not', [boolType], boolType, { total: true, inline: (a) => `!${a}` }]]),
  selfDispatching('_?_:_', conditional, [['conditional', [boolType, paramA, paramA], paramA]])
]
