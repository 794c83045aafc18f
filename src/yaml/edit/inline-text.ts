import type { YamlNode } from '../nodes.ts'
import type { Pen } from './pen.ts'
import { flowText } from './write-flow.ts'
import { isPlain, type Place, quoted } from './write-scalar.ts'

/** A value on one line, in the place of a node; a string keeps the quotes of the scalar that it replaces. */
export function inlineText(pen: Pen, node: YamlNode, wanted: unknown, place: Place, flow = pen.style.flow): string {
  if (typeof wanted === 'string' && node.kind === 'scalar') {
    if (node.style === 'single-quoted') return quoted(wanted, "'")
    if (node.style === 'double-quoted') return quoted(wanted, '"')
    const mayBePlain = place === 'block' || !flow.json
    if (mayBePlain && isPlain(wanted, place)) return wanted
  }
  return flowText(wanted, place, pen.style, flow)
}
