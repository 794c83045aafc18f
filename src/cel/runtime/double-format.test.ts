import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fixed, formatDouble } from './double-format.ts'

test('doubles print as with %g of Go', () => {
  const values = [0, -0, 1, 1.5, 123456, 1234567, 1e20, 1e21, 0.0001, 0.00001, 1.5e300, NaN, Infinity, -Infinity]
  const texts = ['0', '-0', '1', '1.5', '123456', '1.234567e+06', '1e+20', '1e+21', '0.0001', '1e-05', '1.5e+300']
  assert.deepEqual(values.map(formatDouble), [...texts, 'NaN', '+Inf', '-Inf'])
})

test('fixed numbers have no exponent', () => {
  assert.deepEqual([1e-9, -2.5e-7, 1.5, 100].map(fixed), ['0.000000001', '-0.00000025', '1.5', '100'])
})
