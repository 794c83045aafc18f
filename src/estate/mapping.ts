/** A YAML or JSON object as plain data: what every manifest is made of. */
export type Mapping = Record<string, unknown>

/** True for a plain object: not null, not a list. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The mapping at `key`, or undefined where it is absent or something else. */
export function mappingAt(parent: Mapping, key: string): Mapping | undefined {
  const value = parent[key]
  return isMapping(value) ? value : undefined
}

/** The string at `key`, or null where it is absent or something else. */
export function stringAt(parent: Mapping, key: string): string | null {
  const value = parent[key]
  return typeof value === 'string' ? value : null
}
