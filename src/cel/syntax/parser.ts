/**
 * A recursive descent parser of cel-go's grammar (parser/gen/CEL.g4 of cel-go 0.29), with its limits. Macros are
 * expanded while parsing.
 */
import { type Issue, isIssue } from '../issue.ts'
import type { Source } from '../source.ts'
import type { Expression } from './expression.ts'
import { tokenize } from './lexer.ts'
import type { MacroTable } from './macro-table.ts'
import { Nesting } from './nesting.ts'
import { NodeFactory } from './node-factory.ts'
import { productOperators, relationOperators, reservedWords, sumOperators } from './operators.ts'
import { parsePrimary } from './primary-parser.ts'
import { SyntaxFault } from './syntax-fault.ts'
import type { Token } from './token.ts'
import { TokenCursor } from './token-cursor.ts'

/** The longest expression that the API server reads, in code points. */
const sizeLimit = 100_000

/** The syntax tree, or the first fault found. */
export function parse(source: Source, macros: MacroTable): Expression | Issue {
  if (source.length > sizeLimit) {
    const message = `expression code point size exceeds limit: size: ${source.length}, limit ${sizeLimit}`
    return { stage: 'parse', message, offset: 0 }
  }
  try {
    return new Parser(source, macros).parse()
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault
    return { stage: 'parse', message: fault.message, offset: source.offsetOf(fault.index) }
  }
}

/** Parses one expression, one method for each rule of the grammar. Faults are thrown as {@link SyntaxFault}. */
export class Parser {
  readonly nodes = new NodeFactory()
  readonly nesting = new Nesting()
  readonly cursor: TokenCursor
  readonly #source: Source
  readonly #macros: MacroTable

  constructor(source: Source, macros: MacroTable) {
    this.#source = source
    this.#macros = macros
    this.cursor = new TokenCursor(tokenize(source.text))
  }

  parse(): Expression {
    const expression = this.expression()
    if (this.cursor.peek().kind !== 'end') this.cursor.unexpected('<EOF>')
    return expression
  }

  /** `condition ? value : value`, or anything tighter. */
  expression(): Expression {
    return this.nesting.enter('expr', this.cursor.peek().index, () => {
      const condition = this.#disjunction()
      const mark = this.cursor.takeIf('?')
      if (mark === undefined) return condition
      const chosen = this.#disjunction()
      this.cursor.expectSymbol(':')
      return this.operation('_?_:_', mark, [condition, chosen, this.expression()])
    })
  }

  #disjunction(): Expression {
    return this.#logic('||', '_||_', () => this.#logic('&&', '_&&_', () => this.#relation()))
  }

  /**
   * A chain of one logical operator: one call with all terms, so that long chains do not nest. It stands where the
   * middle operator does, which is the root of the balanced tree that cel-go makes of a chain.
   */
  #logic(symbol: string, name: string, term: () => Expression): Expression {
    const terms = [term()]
    const marks: Token[] = []
    for (let mark = this.cursor.takeIf(symbol); mark; mark = this.cursor.takeIf(symbol)) {
      marks.push(mark)
      terms.push(term())
    }
    const mark = marks[marks.length >> 1]
    const [first] = terms
    if (mark === undefined && first !== undefined) return first
    if (mark === undefined) return this.cursor.unexpected('an expression')
    return this.nesting.above(this.nodes.call(this.offset(mark), name, terms), terms, false, mark.index)
  }

  #relation(): Expression {
    return this.nesting.enter('relation', this.cursor.peek().index, () => {
      let left = this.#sum()
      for (let mark = this.#operatorOf(relationOperators); mark; mark = this.#operatorOf(relationOperators)) {
        // The right side is this rule again, one level tighter: there is none, so it is a sum.
        const right = this.nesting.enter('relation', this.cursor.peek().index, () => this.#sum())
        left = this.operation(relationOperators[mark.text] ?? '', mark, [left, right])
      }
      return left
    })
  }

  #sum(): Expression {
    return this.nesting.enter('calc', this.cursor.peek().index, () => {
      let left = this.#product()
      for (let mark = this.#operatorOf(sumOperators); mark; mark = this.#operatorOf(sumOperators)) {
        const right = this.nesting.enter('calc', this.cursor.peek().index, () => this.#product())
        left = this.operation(sumOperators[mark.text] ?? '', mark, [left, right])
      }
      return left
    })
  }

  #product(): Expression {
    let left = this.#unary()
    for (let mark = this.#operatorOf(productOperators); mark; mark = this.#operatorOf(productOperators)) {
      const right = this.nesting.enter('calc', this.cursor.peek().index, () => this.#unary())
      left = this.operation(productOperators[mark.text] ?? '', mark, [left, right])
    }
    return left
  }

  #operatorOf(operators: Readonly<Record<string, string>>): Token | undefined {
    const token = this.cursor.peek()
    return token.kind === 'symbol' && Object.hasOwn(operators, token.text) ? this.cursor.take() : undefined
  }

  /** `!` and `-` in front; an even number of them is none. One `-` before a number belongs to the number. */
  #unary(): Expression {
    const first = this.cursor.peek()
    const symbol = this.cursor.isSymbol('!') ? '!' : '-'
    let count = 0
    while (this.cursor.isSymbol(symbol, count)) count++
    const next = this.cursor.peek(count).kind
    if (count === 0 || (symbol === '-' && count === 1 && (next === 'int' || next === 'double'))) return this.#member()
    for (let taken = 0; taken < count; taken++) this.cursor.take()
    const operand = this.#member()
    if (count % 2 === 0) return operand
    const name = symbol === '!' ? '!_' : '-_'
    const expanded = this.nodes.call(this.offset(first), name, [operand])
    return this.nesting.above(expanded, [operand], false, first.index)
  }

  #member(): Expression {
    let expression = parsePrimary(this)
    for (;;) {
      const mark = this.cursor.peek()
      if (this.cursor.takeIf('.')) expression = this.#selection(expression, mark)
      else if (this.cursor.takeIf('[')) expression = this.#index(expression, mark)
      else return expression
    }
  }

  #selection(operand: Expression, mark: Token): Expression {
    const optional = this.cursor.takeIf('?') !== undefined
    if (!optional && this.cursor.peek().kind === 'identifier' && this.cursor.isSymbol('(', 1)) {
      const name = this.cursor.take()
      const open = this.cursor.take()
      return this.invocation(name, open, this.args(), operand)
    }
    const field = this.fieldName()
    const mode = optional ? 'optional' : 'value'
    const node = this.nodes.node(this.offset(mark), { kind: 'select', operand, field, mode } as const)
    return this.nesting.above(node, [operand], true, mark.index)
  }

  #index(operand: Expression, mark: Token): Expression {
    const name = this.cursor.takeIf('?') ? '_[?_]' : '_[_]'
    const key = this.expression()
    this.cursor.expectSymbol(']')
    return this.operation(name, mark, [operand, key])
  }

  /** A name after a dot or in a message literal; between backquotes it may hold `-`, `/`, `.` and blanks. */
  fieldName(): string {
    const token = this.cursor.peek()
    if (token.kind === 'escaped') return this.cursor.take().text.slice(1, -1)
    return this.cursor.expect('identifier').text
  }

  /** Arguments up to and with the closing bracket. */
  args(): Expression[] {
    const args: Expression[] = []
    if (this.cursor.takeIf(')')) return args
    do args.push(this.expression())
    while (this.cursor.takeIf(','))
    this.cursor.expectSymbol(')')
    return args
  }

  /** A call by name, or what its macro makes of it. */
  invocation(name: Token, open: Token, args: readonly Expression[], target?: Expression): Expression {
    const offset = this.offset(open)
    const macro = this.#macros.find(name.text, args.length, target !== undefined)
    const expanded = macro?.expand({ target, args, build: this.nodes.builder(offset) })
    if (expanded !== undefined && isIssue(expanded)) throw this.#faultAt(expanded)
    const node = expanded ?? this.nodes.call(offset, name.text, args, target)
    const parts = target === undefined ? args : [target, ...args]
    return this.nesting.above(node, parts, target !== undefined, open.index)
  }

  operation(name: string, mark: Token, args: readonly Expression[]): Expression {
    return this.nesting.above(this.nodes.call(this.offset(mark), name, args), args, true, mark.index)
  }

  offset(token: Token): number {
    return this.#source.offsetOf(token.index)
  }

  /** Refuses a word that cannot be a name here. */
  refuseReserved(token: Token): void {
    if (reservedWords.has(token.text)) throw new SyntaxFault(`reserved identifier: ${token.text}`, token.index)
  }

  #faultAt({ message, offset }: Issue): SyntaxFault {
    return new SyntaxFault(message, this.#source.indexOf(offset))
  }
}
