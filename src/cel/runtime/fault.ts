/** The errors of evaluation, in cel-go's words. */
import { CelError, type CelValue, typeNameOf } from '../values.ts'
import { show } from './show.ts'

export function fail(message: string): never {
  throw new CelError(message)
}

export function noSuchOverload(): never {
  throw new CelError('no such overload')
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
