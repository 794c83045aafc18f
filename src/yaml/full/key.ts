import { floatKey } from './float-key.ts'
import type { ScalarText, YamlNode } from './node.ts'
import { isImplicit, mergeTag, resolveScalar } from './tagged-scalar.ts'

/** Whether a key merges its value into the mapping. */
export function isMergeKey(key: ScalarText): boolean {
  return key.text === '<<' && (isImplicit(key) || key.tag === mergeTag)
}

/** As `isMergeKey`, for any node. */
export function isMerge(key: YamlNode): boolean {
  return key.kind === 'scalar' && isMergeKey(key)
}

/**
 * A key as sigs.k8s.io/yaml turns it into text; undefined for the types that it refuses: null, and integers beyond
 * int64.
 */
export function scalarKeyName(key: ScalarText): string | undefined {
  const { type, value } = resolveScalar(key)
  if (type === 'null' || type === 'uint') return undefined
  return type === 'float' ? floatKey(value as number) : String(value)
}

/** As `scalarKeyName`, for any node; undefined for what is no scalar too. */
export function keyName(node: YamlNode): string | undefined {
  const content = node.kind === 'alias' ? node.target : node
  return content.kind === 'scalar' ? scalarKeyName(content) : undefined
}
