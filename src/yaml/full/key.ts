import { floatKey } from './float-key.ts'
import type { YamlNode } from './node.ts'
import { isImplicit, mergeTag, resolveScalar } from './tagged-scalar.ts'

/** Whether a key merges its value into the mapping. */
export function isMerge(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.text === '<<' && (isImplicit(key) || key.tag === mergeTag)
}

/**
 * A scalar key as sigs.k8s.io/yaml turns it into text; undefined for the types that it refuses (null, integers
 * beyond int64) and for what is no scalar.
 */
export function keyName(node: YamlNode): string | undefined {
  const content = node.kind === 'alias' ? node.target : node
  if (content.kind !== 'scalar') return undefined
  const { type, value } = resolveScalar(content)
  if (type === 'null' || type === 'uint') return undefined
  return type === 'float' ? floatKey(value as number) : String(value)
}
