/** The errors of evaluation, in cel-go's words. */
import { CelDuration, CelError, CelTimestamp, type CelValue, typeNameOf } from '../values.ts'
import { show } from './show.ts'

export function fail(message: string): never {
  throw new CelError(message)
}

export function noSuchOverload(): never {
  throw new CelError('no such overload')
}

/** An operator that the type of its first operand does not have. Some types of cel-go do not say which operator. */
export function noOperator(operator: string, operand: CelValue): never {
  const isReceiver = typeof operand === 'string' || operand instanceof CelTimestamp || operand instanceof CelDuration
  throw new CelError(isReceiver ? 'no such overload' : `no such overload: ${operator}`)
}

/** What cel-go's messages call the type of a value where they show Go's own name. */
export function goTypeName(value: CelValue): string {
  const name = typeNameOf(value)
  return goTypeNames[name] ?? name
}

const goTypeNames: Readonly<Record<string, string>> = {
  bool: 'types.Bool',
  bytes: 'types.Bytes',
  double: 'types.Double',
  'google.protobuf.Duration': 'types.Duration',
  'google.protobuf.Timestamp': 'types.Timestamp',
  int: 'types.Int',
  list: '*types.baseList',
  map: '*types.baseMap',
  null_type: 'types.Null',
  optional_type: '*types.Optional',
  string: 'types.String',
  type: '*types.Type',
  uint: 'types.Uint'
}

/** No overload of a function takes arguments of these types. */
export function noOverloadFor(name: string, args: readonly CelValue[]): never {
  throw new CelError(`no such overload: ${name}(${args.map(typeNameOf).join(', ')})`)
}

export function noSuchKey(key: CelValue): never {
  throw new CelError(`no such key: ${show(key)}`)
}

export function outOfBounds(index: CelValue): never {
  throw new CelError(`index out of bounds: ${show(index)}`)
}

export function noConversion(value: CelValue, wanted: string): never {
  throw new CelError(`type conversion error from '${typeNameOf(value)}' to '${wanted}'`)
}
