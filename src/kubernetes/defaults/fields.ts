/** Fields of an object that is being filled in. */
export type Fields = Record<string, unknown>

/** Fills in one object of a type, in place. What it holds is filled in afterwards. */
export type Defaults = (object: Fields) => void

/** Sets a field that is absent. */
export function fill(object: Fields, field: string, value: unknown): void {
  object[field] ??= value
}

/** Sets a field that is absent or what Go takes for absent: the empty string, zero. */
export function fillEmpty(object: Fields, field: string, value: unknown): void {
  const present = object[field]
  if (present === undefined || present === '' || present === 0) object[field] = value
}

/** The object at a field; undefined where there is none. */
export function fieldsAt(object: Fields, field: string): Fields | undefined {
  const value = object[field]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

/** The object at a field, made where there is none. */
export function made(object: Fields, field: string): Fields {
  const present = fieldsAt(object, field)
  if (present !== undefined) return present
  const empty: Fields = {}
  object[field] = empty
  return empty
}

/** The objects in the list at a field. */
export function elementsAt(object: Fields, field: string): Fields[] {
  const value = object[field]
  return Array.isArray(value) ? value.filter((element) => typeof element === 'object' && element !== null) : []
}

/** Whether a list or map at a field is absent or empty. */
export function isEmptyAt(object: Fields, field: string): boolean {
  const value = object[field]
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0
}
