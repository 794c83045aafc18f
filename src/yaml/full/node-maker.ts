import { YamlFault } from '../problem.ts'
import type { Maker, OpenList, OpenMapping, Properties } from './maker.ts'
import type { ContentNode, MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts'
import type { Token } from './token.ts'

/** Makes the syntax tree of a document. */
export class NodeMaker implements Maker<YamlNode> {
  readonly #anchors = new Map<string, ContentNode>()

  scalar({ start, end, value: text, style }: Token, properties?: Properties): ScalarNode {
    const { tag, anchor } = names(properties)
    const contentStart = start
    return this.#register({
      kind: 'scalar',
      start: properties?.start ?? start,
      end,
      tag,
      anchor,
      text,
      style,
      contentStart
    })
  }

  alias({ value: name, start, end }: Token): YamlNode {
    const target = this.#anchors.get(name)
    if (target === undefined) throw noAnchor(name, start)
    return { kind: 'alias', start, end, tag: '', anchor: '', name, target }
  }

  list(start: number, flow: boolean, properties?: Properties): OpenList<YamlNode> {
    const node: SequenceNode = { kind: 'sequence', start, end: start, ...names(properties), flow, items: [] }
    this.#register(node)
    return {
      add: (item) => node.items.push(item),
      end: (offset) => closed(node, offset)
    }
  }

  mapping(start: number, flow: boolean, properties?: Properties): OpenMapping<YamlNode> {
    const node: MappingNode = { kind: 'mapping', start, end: start, ...names(properties), flow, pairs: [] }
    this.#register(node)
    let latest: YamlNode = node
    return {
      key: (key) => {
        latest = key
      },
      value: (value) => node.pairs.push({ key: latest, value }),
      end: (offset) => closed(node, offset)
    }
  }

  /** Anchors are known from the start of their node on. */
  #register<Node extends ContentNode>(node: Node): Node {
    if (node.anchor !== '') this.#anchors.set(node.anchor, node)
    return node
  }
}

function names(properties?: Properties): { tag: string; anchor: string } {
  return { tag: properties?.tag ?? '', anchor: properties?.anchor ?? '' }
}

function closed(node: YamlNode, end: number): YamlNode {
  node.end = end
  return node
}

export function noAnchor(name: string, start: number): YamlFault {
  return new YamlFault(start, `no anchor &${name} stands before this alias`)
}
