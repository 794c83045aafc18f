/** How deep and how long expressions may be: the API server's own limits, which also keep the stack from overflowing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerTo, environmentWith } from './answer.ts'
import { askOracle } from './oracle.ts'

const variables = { x: 1 }
const environment = environmentWith(variables)

/** An expression that is `depth` levels deep, and the deepest that is read. */
interface Shape {
  readonly at: (depth: number) => string
  readonly deepest: number
}

const nested =
  (open: string, middle: string, close: string) =>
  (depth: number): string =>
    open.repeat(depth) + middle + close.repeat(depth)

const chained =
  (first: string, next: string) =>
  (depth: number): string =>
    first + next.repeat(depth)

const shapes: Readonly<Record<string, Shape>> = {
  parentheses: { at: nested('(', '1', ')'), deepest: 249 },
  lists: { at: nested('[', '1', ']'), deepest: 249 },
  maps: { at: nested('{"a":', '1', '}'), deepest: 249 },
  'sums in parentheses': { at: nested('1+(', '1', ')'), deepest: 124 },
  'products in sums': { at: nested('1+2*(', '1', ')'), deepest: 83 },
  'sums in comparisons': { at: nested('1<2+3*(', '1', ')'), deepest: 83 },
  'a sum': { at: chained('1', '+1'), deepest: 250 },
  'a comparison': { at: chained('1', '==1'), deepest: 250 },
  selections: { at: chained('x', '.a'), deepest: 250 },
  'optional selections': { at: chained('x', '.?a'), deepest: 250 },
  indexes: { at: chained('x', '[0]'), deepest: 250 },
  'indexes in indexes': { at: nested('x[', '0', ']'), deepest: 249 },
  'calls of members': { at: chained('"a"', '.size()'), deepest: 250 },
  'calls in calls': { at: nested('size(', '"a"', ')'), deepest: 249 },
  conditionals: { at: nested('true?1:', '1', ''), deepest: 249 }
}

const text = (length: number): string => `'${'😀'.repeat(length - 2)}'`

/** Pairs of expressions: the longest or deepest that is read, and the next. */
const bounds = new Map([
  ...Object.entries(shapes).map(([name, { at, deepest }]) => [name, [at(deepest), at(deepest + 1)]] as const),
  ['code points', [text(100_000), text(100_001)]] as const
])

function stageOf(expression: string): string | undefined {
  return answerTo(environment, variables, expression).error?.stage
}

for (const [name, [within, beyond]] of bounds) {
  test(`limit of ${name}`, () => {
    assert.notEqual(stageOf(within), 'parse')
    assert.equal(stageOf(beyond), 'parse')
  })
}

test('the limits are those of the API server', async (t) => {
  const expressions = [...bounds.values()].flat()
  const asked = await askOracle({ variables, expressions })
  if ('skipped' in asked) return t.skip(asked.skipped)
  assert.deepEqual(
    asked.map(({ error }) => error?.stage),
    expressions.map(stageOf)
  )
})

test('chains of logical operators and literals may be long', () => {
  for (const expression of [chained('true', '&&true')(14_000), `[${'1,'.repeat(40_000)}].size() == 40000`]) {
    assert.deepEqual(answerTo(environment, variables, expression).value, { bool: true })
  }
})
