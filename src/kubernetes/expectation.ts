import type { FieldType, ScalarType } from './api-types.ts'
import { isBytes, isInt32, isInt64, isMicroTime, isNumber, isQuantityValue, isTime } from './scalar-forms.ts'

/** Whether a value other than null is what a field of a scalar type decodes. */
export function isScalar(value: unknown, kind: ScalarType['kind']): boolean {
  switch (kind) {
    case 'any':
      return true
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'int32':
      return isInt32(value)
    case 'int64':
      return isInt64(value)
    case 'intOrString':
      return typeof value === 'string' || isInt32(value)
    case 'number':
      return isNumber(value)
    case 'quantity':
      return isQuantityValue(value)
    case 'time':
      return isTime(value)
    case 'microTime':
      return isMicroTime(value)
    case 'bytes':
      return isBytes(value)
  }
}

const expectations: Readonly<Record<FieldType['kind'], string>> = {
  any: 'a value',
  boolean: 'a boolean',
  bytes: 'base64',
  int32: 'a 32-bit integer',
  int64: 'a 64-bit integer',
  intOrString: 'an integer or a string',
  list: 'a list',
  map: 'an object',
  microTime: 'a time with microseconds such as 2006-01-02T15:04:05.000000Z',
  number: 'a number',
  object: 'an object',
  quantity: 'a quantity such as 500m or 1.5Gi',
  string: 'a string',
  time: 'a time such as 2006-01-02T15:04:05Z'
}

/** What a field of the type holds, for a message. */
export function expectedText({ kind }: FieldType): string {
  return expectations[kind]
}

/** What is there instead, for a message. Values are shown only where they cannot be secrets. */
export function actualText({ kind }: FieldType, value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (kind === 'bytes' && typeof value === 'string') return 'other text'
  const isShown = typeof value === 'string' ? neverSecret.has(kind) : !maybeSecret.has(kind)
  const type = typeof value === 'bigint' ? 'number' : typeof value
  return isShown ? `the ${type} ${shown(value)}` : `a ${type}`
}

/** Fields of these types hold no secret, whatever text stands there. */
const neverSecret: ReadonlySet<FieldType['kind']> = new Set(['quantity', 'time', 'microTime'])

/** A password of digits that lacks its quotes is read as a number. */
const maybeSecret: ReadonlySet<FieldType['kind']> = new Set(['string', 'bytes'])

function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
