import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CelDouble, CelMap, CelUint, type CelValue } from '../values.ts'
import { equal } from './equality.ts'

test('numbers are equal across types', () => {
  assert.ok(equal(1, new CelDouble(1)))
  assert.ok(equal(new CelUint(1n), new CelDouble(1)))
  assert.ok(equal(2n ** 60n, 2 ** 60))
  assert.ok(!equal(1, 1.5))
  assert.ok(!equal(Number.NaN, Number.NaN))
})

test('maps are equal whatever their form', () => {
  assert.ok(equal({ a: 1 }, new CelMap([['a', new CelDouble(1)]])))
  assert.ok(equal(new CelMap([[1, 'a']]), new CelMap([[new CelUint(1n), 'a']])))
  assert.ok(!equal({ a: 1 }, { a: 1, b: 2 }))
})

test('equality of data is symmetric, and true of a copy', () => {
  const json = fc.jsonValue() as fc.Arbitrary<CelValue>
  fc.assert(fc.property(json, json, (a, b) => equal(a, b) === equal(b, a)))
  fc.assert(fc.property(json, (a) => equal(a, structuredClone(a))))
})
