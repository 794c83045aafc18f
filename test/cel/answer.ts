/** What an expression gives, in the form in which the oracle answers. */
import { check } from '../../src/cel/check/checker.ts'
import { compile } from '../../src/cel/compile/compile.ts'
import { createEnvironment, type Environment } from '../../src/cel/environment.ts'
import { kubernetesLibraries } from '../../src/cel/library/kubernetes-libraries.ts'
import { formatDouble } from '../../src/cel/runtime/double-format.ts'
import { entriesOf, isMap } from '../../src/cel/runtime/map.ts'
import { isDouble, isInt, unboxDouble } from '../../src/cel/runtime/number.ts'
import { formatTimestamp } from '../../src/cel/runtime/timestamp.ts'
import { dynType, formatType } from '../../src/cel/type.ts'
import {
  CelDuration,
  CelError,
  CelOptional,
  CelTimestamp,
  CelType,
  CelUint,
  type CelValue,
  typeNameOf
} from '../../src/cel/values.ts'

/** A value with its type, such as `{"int": "1"}`; a static type; or an error. */
export interface Answer {
  readonly value?: unknown
  readonly type?: string
  /** Of one evaluation, where that was asked for. */
  readonly nanoseconds?: number
  readonly error?: { readonly stage: string; readonly message: string; readonly offset?: number }
}

export type Variables = Readonly<Record<string, CelValue>>

/** The API server's environment with variables of unknown type. */
export function environmentWith(variables: Variables, minor?: number): Environment {
  const types = Object.fromEntries(Object.keys(variables).map((name) => [name, dynType]))
  return createEnvironment({ variables: types, libraries: kubernetesLibraries(minor) })
}

export function answerTo(environment: Environment, variables: Variables, expression: string): Answer {
  const checked = check(environment, expression)
  if ('issues' in checked) {
    const [first] = checked.issues
    if (first === undefined) throw new Error('refused without an issue')
    const { stage, message, offset } = first
    return { error: { stage, message, offset } }
  }
  const value = compile(checked.ok)(variables)
  if (!(value instanceof CelError)) return { value: typed(value), type: formatType(checked.ok.type) }
  const { message, offset } = value
  return { error: { stage: 'eval', message, ...(offset !== undefined && { offset }) } }
}

/** The value as the oracle's `encode` writes it. */
export function typed(value: CelValue): unknown {
  if (isInt(value)) return { int: String(value) }
  if (isDouble(value)) return { double: formatDouble(unboxDouble(value)) }
  if (value === null) return { null: true }
  if (typeof value === 'boolean') return { bool: value }
  if (typeof value === 'string') return { string: value }
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return { list: value.map(typed) }
  if (isMap(value)) return { map: Array.from(entriesOf(value), ([key, one]) => [typed(key), typed(one)]).sort(byKey) }
  return typedBoxed(value)
}

function typedBoxed(value: CelValue): unknown {
  if (value instanceof CelUint) return { uint: String(value.value) }
  if (value instanceof CelTimestamp) return { timestamp: formatTimestamp(value) }
  if (value instanceof CelDuration) return { duration: String(value.nanoseconds) }
  if (value instanceof CelOptional) return { optional: value.value === undefined ? null : typed(value.value) }
  if (value instanceof CelType) return { type: value.name }
  return { [typeNameOf(value)]: String(value) }
}

function byKey([one]: unknown[], [other]: unknown[]): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}
