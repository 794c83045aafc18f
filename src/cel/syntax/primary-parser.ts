/** The `primary` rule of the grammar: names, calls, literals, brackets. */
import type { CelValue } from '../values.ts'
import type { Expression, ListLiteral, MapLiteral, MessageLiteral } from './expression.ts'
import { decodeDouble, decodeInt, decodeUint } from './number-literal.ts'
import type { Parser } from './parser.ts'
import { decodeBytes, decodeString } from './string-literal.ts'
import { SyntaxFault } from './syntax-fault.ts'
import type { Token } from './token.ts'

export function parsePrimary(parser: Parser): Expression {
  const { cursor } = parser
  const token = cursor.peek()
  if (cursor.takeIf('(')) {
    const inner = parser.expression()
    cursor.expectSymbol(')')
    return inner
  }
  if (cursor.takeIf('[')) return list(parser, token)
  if (cursor.takeIf('{')) return map(parser, token)
  if (token.kind === 'identifier' || cursor.isSymbol('.')) return name(parser)
  return literal(parser)
}

/** A variable, a call or a message; a leading dot means the root scope. */
function name(parser: Parser): Expression {
  const { cursor } = parser
  const dot = cursor.takeIf('.') === undefined ? '' : '.'
  const length = messageNameLength(parser)
  if (length > 0) return message(parser, dot, length)
  const token = cursor.expect('identifier')
  parser.refuseReserved(token)
  const named = { ...token, text: dot + token.text }
  const open = cursor.takeIf('(')
  if (open !== undefined) return parser.invocation(named, open, parser.args())
  return leaf(parser, token, { kind: 'identifier', name: named.text })
}

/** Number of tokens of `a.b.c` where a `{` follows, else 0. */
function messageNameLength({ cursor }: Parser): number {
  let length = 0
  while (cursor.peek(length).kind === 'identifier') {
    if (cursor.isSymbol('{', length + 1)) return length + 1
    if (!cursor.isSymbol('.', length + 1)) return 0
    length += 2
  }
  return 0
}

function message(parser: Parser, dot: string, nameLength: number): Expression {
  const { cursor, nodes } = parser
  let type = dot
  for (let taken = 0; taken < nameLength; taken++) type += cursor.take().text
  const open = cursor.expectSymbol('{')
  const fields: MessageLiteral['fields'][number][] = []
  separated(parser, '}', () => {
    const optional = cursor.takeIf('?') !== undefined
    const field = parser.fieldName()
    const offset = parser.offset(cursor.expectSymbol(':'))
    fields.push(nodes.node(offset, { kind: 'field', name: field, value: parser.expression(), optional }))
  })
  const node: MessageLiteral = nodes.node(parser.offset(open), { kind: 'message', type, fields })
  return over(
    parser,
    node,
    fields.map((field) => field.value),
    open
  )
}

function list(parser: Parser, open: Token): Expression {
  const { cursor, nodes } = parser
  const elements: ListLiteral['elements'][number][] = []
  separated(parser, ']', () => {
    const optional = cursor.takeIf('?') !== undefined
    elements.push({ value: parser.expression(), optional })
  })
  const node: ListLiteral = nodes.node(parser.offset(open), { kind: 'list', elements })
  return over(
    parser,
    node,
    elements.map((element) => element.value),
    open
  )
}

function map(parser: Parser, open: Token): Expression {
  const { cursor, nodes } = parser
  const entries: MapLiteral['entries'][number][] = []
  separated(parser, '}', () => {
    const optional = cursor.takeIf('?') !== undefined
    const key = parser.expression()
    const offset = parser.offset(cursor.expectSymbol(':'))
    entries.push(nodes.node(offset, { kind: 'entry', key, value: parser.expression(), optional }))
  })
  const node: MapLiteral = nodes.node(parser.offset(open), { kind: 'map', entries })
  return over(
    parser,
    node,
    entries.flatMap((entry) => [entry.key, entry.value]),
    open
  )
}

/** Items between commas up to and with the closing bracket; a comma may stand before it. */
function separated({ cursor }: Parser, close: string, item: () => void): void {
  const empty = cursor.isSymbol(close) || cursor.takeIf(',') !== undefined
  if (!empty) {
    do item()
    while (cursor.takeIf(',') && !cursor.isSymbol(close))
  }
  cursor.expectSymbol(close)
}

function over(parser: Parser, node: Expression, parts: readonly Expression[], mark: Token): Expression {
  return parser.nesting.above(node, parts, false, mark.index)
}

function leaf(
  parser: Parser,
  token: Token,
  parts: { kind: 'identifier'; name: string } | { kind: 'literal'; value: CelValue }
): Expression {
  return parser.nodes.node(parser.offset(token), parts)
}

function literal(parser: Parser): Expression {
  const { cursor } = parser
  const first = cursor.peek()
  const negative = cursor.isSymbol('-') && ['int', 'double'].includes(cursor.peek(1).kind)
  const token = negative ? cursor.peek(1) : first
  const value = literalValue(token, negative, first)
  if (value === undefined) return cursor.unexpected('an expression')
  cursor.take()
  if (negative) cursor.take()
  return leaf(parser, first, { kind: 'literal', value })
}

function literalValue(token: Token, negative: boolean, first: Token): CelValue | undefined {
  switch (token.kind) {
    case 'int':
      return decodeInt(token.text, negative) ?? fault('invalid int literal', first)
    case 'uint':
      return decodeUint(token.text) ?? fault('invalid uint literal', first)
    case 'double':
      return decodeDouble(token.text, negative) ?? fault('invalid double literal', first)
    case 'string':
      return decoded(decodeString, token)
    case 'bytes':
      return decoded(decodeBytes, token)
    default:
      return wordValue(token.text)
  }
}

function wordValue(text: string): CelValue | undefined {
  if (text === 'true') return true
  if (text === 'false') return false
  return text === 'null' ? null : undefined
}

function decoded(decode: (text: string) => CelValue, token: Token): CelValue {
  try {
    return decode(token.text)
  } catch (error) {
    if (error instanceof RangeError) return fault(error.message, token)
    throw error
  }
}

function fault(message: string, token: Token): never {
  throw new SyntaxFault(message, token.index)
}
