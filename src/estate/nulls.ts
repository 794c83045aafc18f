import { isMapping } from './mapping.ts'

/**
 * Removes every field that is null, in place and at any depth. The API server decodes an explicit null of a built-in
 * type as an absent field, so that `privileged: null` is not set. Elements of lists stay where they are. A value that
 * YAML aliases repeat is one object; dropping its nulls twice does no harm.
 */
export function dropNulls(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const element: unknown = value[index]
      if (typeof element === 'object' && element !== null) dropNulls(element)
    }
    return
  }
  const fields = value as Record<string, unknown>
  for (const key in fields) {
    const field = fields[key]
    if (field === null) delete fields[key]
    else if (typeof field === 'object') dropNulls(field)
  }
}

/** Makes each null of a map of strings the empty string, in place, as the API server decodes it. */
export function emptyNulls(strings: unknown): void {
  if (!isMapping(strings)) return
  for (const key in strings) {
    if (strings[key] === null) strings[key] = ''
  }
}
