import type { MappingNode, YamlNode } from '../nodes.ts'
import type { FlowStyle } from './flow-style.ts'
import { flowStyleOf, flowUnitOf, jsonFlow, plainFlow } from './flow-style.ts'
import { columnOf } from './site.ts'
import { isBreakAt, lineBreakOf } from './text-lines.ts'
import type { Quote } from './write-scalar.ts'

export type { FlowStyle } from './flow-style.ts'

/** How a document is written, as far as new text has to look the same. */
export interface Style {
  readonly lineBreak: string
  /** By how many columns a mapping in a mapping is indented. */
  readonly indent: number
  /** By how many columns a list is indented under its key; often 0. */
  readonly listIndent: number
  readonly quote: Quote
  /** Whether no line break stands at the end of the text. */
  readonly endsOpen: boolean
  /** How collections in brackets are written. */
  readonly flow: FlowStyle
  /** By what their members are indented where each has a line of its own; undefined where none has. */
  readonly flowUnit: string | undefined
}

/** The style that most of a document has. What it does not show is as in Kubernetes' own examples. */
export function styleOf(text: string, root: YamlNode, isJson: boolean): Style {
  const survey = new Survey(text)
  survey.visit(root)
  return {
    lineBreak: lineBreakOf(text),
    indent: mostFrequent(survey.indents, 2),
    listIndent: mostFrequent(survey.listIndents, 0),
    quote: survey.single > survey.double ? "'" : '"',
    endsOpen: !isBreakAt(text, text.length - 1),
    flow: survey.flow ?? (isJson ? jsonFlow : plainFlow),
    flowUnit: survey.flowUnit
  }
}

/** So many nodes show the style of a document well enough. */
const enough = 1000

class Survey {
  readonly indents = new Map<number, number>()
  readonly listIndents = new Map<number, number>()
  single = 0
  double = 0
  flow: FlowStyle | undefined
  flowUnit: string | undefined
  readonly #text: string
  #visited = 0

  constructor(text: string) {
    this.#text = text
  }

  visit(node: YamlNode): void {
    if (this.#visited++ > enough) return
    if (node.kind === 'scalar') {
      if (node.style === 'single-quoted') this.single++
      else if (node.style === 'double-quoted') this.double++
    } else if (node.kind === 'sequence') for (const item of node.items) this.visit(item)
    else if (node.kind === 'mapping') this.#mapping(node)
  }

  #mapping(node: MappingNode): void {
    if (node.flow && node.pairs.length > 0) {
      this.flow ??= flowStyleOf(this.#text, node)
      this.flowUnit ??= flowUnitOf(this.#text, node)
    }
    const at = node.flow ? -1 : columnOf(this.#text, node)
    for (const { key, value } of node.pairs) {
      this.visit(key)
      this.visit(value)
      if (at < 0 || value.kind === 'scalar' || value.kind === 'alias' || value.flow) continue
      const deeper = columnOf(this.#text, value) - at
      if (deeper >= 0) count(value.kind === 'mapping' ? this.indents : this.listIndents, deeper)
    }
  }
}

function count(counts: Map<number, number>, width: number): void {
  counts.set(width, (counts.get(width) ?? 0) + 1)
}

function mostFrequent(counts: ReadonlyMap<number, number>, otherwise: number): number {
  let best = otherwise
  for (const [width, times] of counts) if (times > (counts.get(best) ?? 0)) best = width
  return best
}
