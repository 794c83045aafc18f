import { isMapping } from './mapping.ts'
import { formatPath } from './path.ts'

/** Values in messages are short: rules are about names and numbers, and a wrong value can be anything. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '(not set)'
  const text = isMapping(value) || Array.isArray(value) ? formatPath(Object.keys(value)) : String(value)
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`
}
