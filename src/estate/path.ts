import { isMapping } from './mapping.ts'

/** Steps from an object down to a value: keys of mappings and indexes of lists. */
export type Path = readonly (string | number)[]

/** The value at `path` below `root`, or undefined where a step is missing. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined
    else value = isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined
    if (value === undefined) return undefined
  }
  return value
}

const plainKey = /^[A-Za-z_][A-Za-z0-9_-]*$/

/**
 * A path as users read and write it: `spec.containers[0].image`. A key that is not a plain word is quoted:
 * `metadata.annotations["example.com/owner"]`.
 */
export function formatPath(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (plainKey.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}
