import type { YamlMapping } from '../own-property.ts'

export function isMapping(value: unknown): value is YamlMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Stands for the value of a key that is not there. */
export const absent = Symbol('absent')

export function at(mapping: YamlMapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : absent
}

/** The keys of which two mappings do not share the value: those that go, then the others. */
export function changedKeys(old: YamlMapping, wanted: YamlMapping): string[] {
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(wanted, key))
  const set = Object.keys(wanted).filter((key) => at(old, key) !== wanted[key])
  return [...gone, ...set]
}
