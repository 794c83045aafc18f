import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, DOUBLE_QUOTE, OPEN_BRACE, OPEN_BRACKET } from '../characters.ts'
import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from '../full/node.ts'
import { beginsNumber, type JsonCursor, notJson, readLiteral, readNumber, readString, skipSpace } from './tokens.ts'

const plainNode = { tag: '', anchor: '' } as const

/** Reads the JSON value at `start` into nodes, as its YAML equivalent would be. The text is known to be JSON. */
export function readJsonNodes(text: string, start: number): YamlNode {
  return readNode({ text, pos: start })
}

function readNode(cursor: JsonCursor): YamlNode {
  const code = skipSpace(cursor)
  if (code === OPEN_BRACE) return readMapping(cursor)
  return code === OPEN_BRACKET ? readSequence(cursor) : readScalar(cursor, code)
}

function readScalar(cursor: JsonCursor, code: number): ScalarNode {
  const { pos: start } = cursor
  const quoted = code === DOUBLE_QUOTE
  const content = quoted ? readString(cursor) : beginsNumber(code) ? readNumber(cursor) : readLiteral(cursor)
  const text = quoted ? String(content) : cursor.text.slice(start, cursor.pos)
  const style = quoted ? 'double-quoted' : 'plain'
  return { kind: 'scalar', ...plainNode, start, end: cursor.pos, contentStart: start, text, style }
}

function readSequence(cursor: JsonCursor): SequenceNode {
  const start = cursor.pos++
  const items: YamlNode[] = []
  while (skipSpace(cursor) !== CLOSE_BRACKET) {
    items.push(readNode(cursor))
    if (skipSpace(cursor) === COMMA) cursor.pos++
  }
  cursor.pos++
  return { kind: 'sequence', ...plainNode, start, end: cursor.pos, flow: true, items }
}

function readMapping(cursor: JsonCursor): MappingNode {
  const start = cursor.pos++
  const pairs: { key: YamlNode; value: YamlNode }[] = []
  for (let code = skipSpace(cursor); code !== CLOSE_BRACE; code = skipSpace(cursor)) {
    const key = readScalar(cursor, code)
    if (skipSpace(cursor) !== COLON) throw notJson
    cursor.pos++
    pairs.push({ key, value: readNode(cursor) })
    if (skipSpace(cursor) === COMMA) cursor.pos++
  }
  cursor.pos++
  return { kind: 'mapping', ...plainNode, start, end: cursor.pos, flow: true, pairs }
}
