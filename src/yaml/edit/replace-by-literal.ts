import type { ScalarNode, YamlNode } from '../nodes.ts'
import { headerComment } from './comments.ts'
import { contentEnd, isBlockScalar } from './extent.ts'
import type { Pen } from './pen.ts'
import { lineEnd, lineKind, marginAt, nextLineStart, skipBlanks } from './text-lines.ts'
import { literalLines } from './write-block.ts'

/**
 * Writes text of several lines as a block scalar, in the place of one or of a scalar without quotes. False where the
 * text, or what it replaces, is better written otherwise: then nothing was done.
 */
export function replaceByLiteral(
  pen: Pen,
  node: YamlNode,
  wanted: unknown,
  { column }: { readonly column: number },
  mark: string
): boolean {
  if (typeof wanted !== 'string' || node.kind !== 'scalar' || isQuoted(node)) return false
  const { text, style } = pen
  const isBlock: boolean = isBlockScalar(node)
  const at = isBlock ? contentColumn(text, node) : undefined
  const literal = literalLines(wanted, at ?? column + style.indent, style)
  if (literal === undefined) return false
  const [indicators = '', ...lines] = literal
  const header = mark === '' ? indicators : `${mark} ${indicators}`
  if (isBlock) {
    const comment = headerComment(text.slice(node.contentStart, node.end))
    const head = comment === undefined ? header : `${header} ${comment}`
    pen.write(node.start, contentEnd(text, node), head + pen.broken(lines))
    return true
  }
  const end = lineEnd(text, node.end)
  pen.write(node.start, node.end, node.start === node.end ? ` ${header}` : header)
  pen.write(end, end, pen.broken(lines))
  return true
}

function isQuoted({ style }: ScalarNode): boolean {
  return style === 'single-quoted' || style === 'double-quoted'
}

/** The column of a block scalar's lines; undefined where it has none. */
function contentColumn(text: string, { contentStart, end }: ScalarNode): number | undefined {
  for (let line = nextLineStart(text, contentStart); line < end; line = nextLineStart(text, line))
    if (lineKind(text, line) !== 'blank') return marginAt(text, skipBlanks(text, line)).length
  return undefined
}
