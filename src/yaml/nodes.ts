import type { YamlDocument } from './document.ts'
import { compose } from './full/composer.ts'
import type { YamlNode } from './full/node.ts'
import { NodeMaker } from './full/node-maker.ts'
import { readJsonNodes } from './json/read-nodes.ts'

export type { AliasNode, ContentNode, MappingNode, ScalarNode, SequenceNode, YamlNode, YamlPair } from './full/node.ts'

/** A document, or a part of one. */
export type TextPart = Pick<YamlDocument, 'start' | 'end'> & Partial<Pick<YamlDocument, 'format'>>

/**
 * The syntax tree of a document, or of a part of one that is YAML by itself, with offsets into `text` for each key and
 * value: what an edit in place needs. Undefined where there is nothing but comments.
 *
 * @throws YamlFault where the document has a syntax problem; ask only about documents that have a value.
 */
export function parseNodes(text: string, document: TextPart): YamlNode | undefined {
  if (document.format === 'json') return readJsonNodes(text, document.start)
  const { root } = compose(text.slice(document.start, document.end), new NodeMaker())
  if (root !== undefined && document.start > 0) shift(root, document.start)
  return root
}

/** Moves offsets from the start of the document to the start of the stream. */
function shift(node: YamlNode, by: number): void {
  node.start += by
  node.end += by
  if (node.kind === 'scalar') node.contentStart += by
  else if (node.kind === 'sequence') for (const item of node.items) shift(item, by)
  else if (node.kind === 'mapping') for (const pair of node.pairs) shiftPair(pair.key, pair.value, by)
}

function shiftPair(key: YamlNode, value: YamlNode, by: number): void {
  shift(key, by)
  shift(value, by)
}
