import type { ScalarStyle } from './token.ts'

interface NodeBase {
  /** First character, that of an anchor or tag where one stands before the content. */
  start: number
  /** Just behind the last character. A block scalar ends behind its last line break, an empty value where it begins. */
  end: number
  /** The tag with its handle resolved, such as `tag:yaml.org,2002:str`; empty where there is none. */
  readonly tag: string
  readonly anchor: string
}

/** What decides about the value of a scalar. */
export interface ScalarText {
  readonly tag: string
  /** The content, with escapes and folding resolved. */
  readonly text: string
  readonly style: ScalarStyle
  /** Where the content begins, behind anchor and tag. */
  contentStart: number
}

export interface ScalarNode extends NodeBase, ScalarText {
  readonly kind: 'scalar'
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence'
  readonly flow: boolean
  readonly items: YamlNode[]
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping'
  readonly flow: boolean
  readonly pairs: YamlPair[]
}

export interface YamlPair {
  readonly key: YamlNode
  readonly value: YamlNode
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias'
  readonly name: string
  /** The node that the anchor of this name stands at. */
  readonly target: ContentNode
}

/** A node that is not an alias. */
export type ContentNode = ScalarNode | SequenceNode | MappingNode

/** One node of the syntax tree. Offsets count UTF-16 units from the start of the text. */
export type YamlNode = ContentNode | AliasNode
