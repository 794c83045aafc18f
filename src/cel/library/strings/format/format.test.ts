import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CelDouble, CelDuration, CelUint } from '../../../values.ts'
import { format } from './format.ts'

test('clauses take values of their types', () => {
  assert.equal(format('%s has %d of %d%%', ['x', 1, 9007199254740993n]), 'x has 1 of 9007199254740993%')
  assert.equal(format('%x %X %b %o', ['é', new Uint8Array([255]), true, -8]), 'c3a9 FF 1 -10')
  assert.equal(format('%s', [[1, 'a"', null, new CelDouble(2)]]), '[1, "a\\"", null, 2.000000]')
  assert.equal(
    format('%s', [{ b: new CelUint(1n), a: new CelDuration(90_000_000_000n) }]),
    '{"a":duration("90s"), "b":1}'
  )
})

test('doubles are rounded to even from their exact digits', () => {
  assert.equal(format('%.0f %.0f %.1f', [0.5, 1.5, 0.25]), '0 2 0.2')
  assert.equal(format('%f', [1234567.5]), '1,234,567.500000')
  assert.equal(format('%e', [0.00012345678]), '1.234568×10⁻⁰⁴')
  assert.equal(format('%f %f', [Number.NaN, Number.NEGATIVE_INFINITY]), 'NaN -∞')
  assert.equal(format('%.60f', [5e-324]).length, 62)
})

test('what is wrong is told', () => {
  for (const [text, list, message] of [
    ['%d', ['a'], 'error during formatting: decimal clause can only be used on integers, was given string'],
    ['%q', [1], 'could not parse formatting clause: unrecognized formatting clause "q"'],
    ['%s %s', ['a'], 'index 1 out of range'],
    ['%', ['a'], 'unexpected end of string']
  ] as const) {
    assert.throws(() => format(text, list), { message })
  }
})

test('huge precisions cost nothing', () => {
  assert.ok(format('%.99999999f', [0.1]).length < 100)
  assert.ok(format('%.9999999e', [0.1]).length < 70_000)
})
