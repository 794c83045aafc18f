/** Values as messages show them. */
import {
  CelDouble,
  CelDuration,
  CelMap,
  CelOptional,
  CelTimestamp,
  CelType,
  CelUint,
  type CelValue,
  isRecord
} from '../values.ts'
import { formatDouble } from './double-format.ts'
import { formatDuration } from './duration.ts'
import { formatTimestamp } from './timestamp.ts'

export function show(value: CelValue): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : formatDouble(value)
  if (value instanceof Uint8Array) return Array.from(value).join(' ')
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (isRecord(value)) return `{${Object.entries(value).map(showEntry).join(', ')}}`
  if (value instanceof CelMap) return `{${Array.from(value.entries(), showEntry).join(', ')}}`
  return typeof value === 'object' && value !== null ? showBoxed(value) : String(value)
}

function showEntry([key, value]: readonly [CelValue, CelValue]): string {
  return `${show(key)}: ${show(value)}`
}

function showBoxed(value: object): string {
  if (value instanceof CelDouble) return formatDouble(value.value)
  if (value instanceof CelUint) return String(value.value)
  if (value instanceof CelTimestamp) return formatTimestamp(value)
  if (value instanceof CelDuration) return formatDuration(value)
  if (value instanceof CelType) return value.name
  if (value instanceof CelOptional)
    return value.value === undefined ? 'optional.none()' : `optional(${show(value.value)})`
  return String(value)
}
