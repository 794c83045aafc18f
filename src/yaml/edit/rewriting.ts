import type { AliasNode, YamlNode } from '../nodes.ts'
import type { Draft } from './changed.ts'
import type { Pen } from './pen.ts'
import type { Sharing } from './sharing.ts'
import type { Site } from './site.ts'

/** Several places have their value from one text, and do not all want the change. */
export const shared = 'shared: by an anchor others have the same text, and do not change alike'

/** What those who rewrite one kind of node need of the whole. */
export interface Rewriting {
  readonly pen: Pen
  readonly draft: Draft
  readonly sharing: Sharing
  /** Rewrites whatever stands at a site, from one value to another. */
  value(node: YamlNode, old: unknown, wanted: unknown, site: Site): void
  /** Writes a value in the place of a node. */
  replace(node: YamlNode, wanted: unknown, site: Site): void
  /** An alias that stays outside of the nodes, and refers to what is in them: they cannot go. */
  userOf(nodes: readonly YamlNode[]): AliasNode | undefined
}
