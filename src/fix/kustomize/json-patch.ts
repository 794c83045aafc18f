import { isDeepStrictEqual } from 'node:util'
import { isMapping, type Mapping } from '../../estate/mapping.ts'

/** One operation of a JSON patch, RFC 6902. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }

/** The JSON patch (RFC 6902) that makes `after` of `before`: what differs and nothing else. */
export function jsonPatch(before: Mapping, after: Mapping): Operation[] {
  return ofMappings(before, after, '')
}

function ofValues(before: unknown, after: unknown, pointer: string): Operation[] {
  if (isDeepStrictEqual(before, after)) return []
  if (isMapping(before) && isMapping(after)) return ofMappings(before, after, pointer)
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, pointer)
  return [{ op: 'replace', path: pointer, value: after }]
}

function ofMappings(before: Mapping, after: Mapping, pointer: string): Operation[] {
  const operations: Operation[] = []
  for (const [key, value] of Object.entries(after)) {
    const path = `${pointer}/${escaped(key)}`
    if (Object.hasOwn(before, key)) operations.push(...ofValues(before[key], value, path))
    else operations.push({ op: 'add', path, value })
  }
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) operations.push({ op: 'remove', path: `${pointer}/${escaped(key)}` })
  }
  return operations
}

/** Elements at the same index are compared; of a list that became shorter, the first that differ are the removed ones. */
function ofLists(before: readonly unknown[], after: readonly unknown[], pointer: string): Operation[] {
  if (after.length < before.length) return ofShortened(before, after, pointer)
  const operations = before.flatMap((element, index) => ofValues(element, after[index], `${pointer}/${index}`))
  for (const value of after.slice(before.length)) operations.push({ op: 'add', path: `${pointer}/-`, value })
  return operations
}

function ofShortened(before: readonly unknown[], after: readonly unknown[], pointer: string): Operation[] {
  const removed: number[] = []
  let kept = 0
  for (const [index, element] of before.entries()) {
    if (kept < after.length && isDeepStrictEqual(element, after[kept])) kept++
    else removed.push(index)
  }
  if (kept < after.length) return [{ op: 'replace', path: pointer, value: after }]
  // From the end, since each removal moves what stands behind it.
  return removed.reverse().map((index) => ({ op: 'remove', path: `${pointer}/${index}` }))
}

/** RFC 6901, section 3. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
