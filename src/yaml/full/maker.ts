import type { Token } from './token.ts'

/** What stands before a node: `&anchor`, `!tag` or both. */
export interface Properties {
  readonly start: number
  readonly end: number
  /** Empty where there is none. */
  readonly anchor: string
  /** With its handle resolved; empty where there is none. */
  readonly tag: string
}

/**
 * What a composer makes of a document: a tree of nodes, or values at once. Nodes are announced where they begin and
 * given back where they end, in the order of the text.
 */
export interface Maker<Item> {
  /** An empty scalar is a plain token without content. */
  scalar(token: Token, properties: Properties | undefined): Item
  /** `*name`, as an `alias` token. */
  alias(token: Token): Item
  list(start: number, flow: boolean, properties: Properties | undefined): OpenList<Item>
  mapping(start: number, flow: boolean, properties: Properties | undefined): OpenMapping<Item>
}

export interface OpenList<Item> {
  add(item: Item): void
  end(offset: number): Item
}

export interface OpenMapping<Item> {
  key(key: Item): void
  /** The value of the key that was given last. */
  value(value: Item): void
  end(offset: number): Item
}
