import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIssue } from '../issue.ts'
import { standardMacros } from '../macros/standard-macros.ts'
import { show } from '../runtime/show.ts'
import { Source } from '../source.ts'
import { childrenOf } from './children.ts'
import type { Expression } from './expression.ts'
import { MacroTable } from './macro-table.ts'
import { parse } from './parser.ts'

const macros = new MacroTable(standardMacros)

function parsed(text: string): Expression {
  const expression = parse(new Source(text), macros)
  assert.ok(!isIssue(expression), isIssue(expression) ? expression.message : '')
  return expression
}

/** The tree in prefix form: `_+_(1, _*_(2, x))`. */
function tree(node: Expression): string {
  const parts = childrenOf(node).map(tree).join(', ')
  switch (node.kind) {
    case 'literal':
      return show(node.value)
    case 'identifier':
      return node.name
    case 'select':
      return `${node.mode}(${parts}, ${node.field})`
    case 'call':
      return `${node.name}(${parts})`
    default:
      return `${node.kind}(${parts})`
  }
}

test('operators bind as in cel-go', () => {
  assert.equal(tree(parsed('1 + 2 * x')), '_+_(1, _*_(2, x))')
  assert.equal(tree(parsed('1 - 2 - 3')), '_-_(_-_(1, 2), 3)')
  assert.equal(tree(parsed('a || b && c == d + 1')), '_||_(a, _&&_(b, _==_(c, _+_(d, 1))))')
  assert.equal(tree(parsed('a ? b : c ? d : e')), '_?_:_(a, b, _?_:_(c, d, e))')
  assert.equal(tree(parsed('!a.b')), '!_(value(a, b))')
  assert.equal(tree(parsed('-x.y + -1')), '_+_(-_(value(x, y)), -1)')
})

test('a chain of one logical operator is one call', () => {
  assert.equal(tree(parsed('a && b && c && d')), '_&&_(a, b, c, d)')
})

test('an even number of signs in front is none', () => {
  assert.equal(tree(parsed('!!a')), 'a')
  assert.equal(tree(parsed('---x')), '-_(x)')
})

test('members, indexes and calls', () => {
  assert.equal(tree(parsed('a.?b[0].c(1)')), 'c(_[_](optional(a, b), 0), 1)')
  assert.equal(tree(parsed('.a.b')), 'value(.a, b)')
  assert.equal(tree(parsed('a.`b-c/d`')), 'value(a, b-c/d)')
  assert.equal(tree(parsed('has(a.b)')), 'presence(a, b)')
})

test('literals of lists, maps and messages', () => {
  assert.equal(tree(parsed('[1, ?x,]')), 'list(1, x)')
  assert.equal(tree(parsed("{'a': 1, ?'b': x}")), 'map(a, 1, b, x)')
  assert.equal(tree(parsed('a.B{c: 1, ?d: x}')), 'message(1, x)')
})

test('macros are expanded', () => {
  assert.equal(tree(parsed('a.all(x, x > 1)')), 'quantifier(a, _>_(x, 1))')
  assert.equal(tree(parsed('a.map(x, p, f)')), 'listTransform(a, p, f)')
  assert.equal(tree(parsed('a.filter(x, p)')), 'listTransform(a, p, x)')
})

test('nodes stand where the API server says that they do', () => {
  const offset = (text: string): number => parsed(text).offset
  assert.equal(offset("'😀' + x"), 4)
  assert.equal(offset('a.b'), 1)
  assert.equal(offset('size(x)'), 4)
  assert.equal(offset('x ? 1 : 2'), 2)
  assert.equal(offset(' [1]'), 1)
})

test('the first fault is an issue at its place', () => {
  const issue = (text: string): unknown => parse(new Source(text), macros)
  assert.deepEqual(issue('1 +'), {
    stage: 'parse',
    message: "Syntax error: mismatched input '<EOF>' expecting an expression",
    offset: 3
  })
  assert.deepEqual(issue('a.all(b.c, true)'), { stage: 'parse', message: 'argument must be a simple name', offset: 7 })
  assert.deepEqual(issue('for'), { stage: 'parse', message: 'reserved identifier: for', offset: 0 })
  assert.deepEqual(issue("x + '\\q'"), {
    stage: 'parse',
    message: "Syntax error: token recognition error at: unterminated or malformed literal '",
    offset: 4
  })
})
