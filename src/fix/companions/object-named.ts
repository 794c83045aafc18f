import type { Mapping } from '../../estate/mapping.ts'
import { FreshNames } from './fresh-names.ts'
import type { NamespaceContents } from './namespace-contents.ts'

/** A new object of a namespace. Where its name is taken by one that is there, it gets a number. */
export function objectNamed(
  apiVersion: string,
  kind: string,
  contents: NamespaceContents,
  wanted: string,
  rest: Mapping
): Mapping {
  const name = new FreshNames(contents, kind).take(wanted)
  return { apiVersion, kind, metadata: { name, namespace: contents.name }, ...rest }
}
