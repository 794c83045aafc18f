import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isQuantity, parseQuantity } from './parse.ts'
import { Quantity } from './quantity.ts'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text)
  assert.ok(parsed instanceof Quantity, text)
  return parsed
}

describe('quantities', () => {
  test('are written in canonical form', () => {
    for (const [text, canonical] of [
      ['1.5', '1500m'],
      ['1.5Gi', '1536Mi'],
      ['0.5Ki', '512'],
      ['1024', '1024'],
      ['2048Ki', '2Mi'],
      ['1000k', '1M'],
      ['12e6', '12e6'],
      ['1e-3', '1e-3'],
      ['0.1n', '1n'],
      ['-0', '0'],
      ['100Ei', '9223372036854775807']
    ] as const) {
      assert.equal(quantity(text).toString(), canonical)
    }
  })

  test('have no other forms', () => {
    for (const text of ['', '1K', '1,5', 'Three', '1 Gi', ' 1', '0x10', '1e', '1.5.5', '10m5', 'Ei', 'e-20']) {
      assert.equal(isQuantity(text), false, text)
    }
    assert.deepEqual(parseQuantity('200K'), { fault: "unable to parse quantity's suffix" })
  })

  test('compare by value whatever their suffixes', () => {
    assert.equal(quantity('200M').compareTo(quantity('0.2G')), 0)
    assert.equal(quantity('50Mi').compareTo(quantity('50M')), 1)
    assert.equal(quantity('-1e1000000000').compareTo(quantity('1')), -1)
    assert.equal(quantity('1e1000000000').compareTo(quantity('9e999999999')), 1)
  })

  test('add exactly', () => {
    assert.equal(quantity('0.1').add(quantity('0.2'))?.toString(), '300m')
    assert.equal(quantity('9223372036854775807').add(quantity('1'))?.toString(), '9223372036854775808')
    assert.equal(quantity('1Gi').subtract(quantity('1Gi'))?.sign(), 0)
  })

  test('convert to integers where they are held as such', () => {
    assert.equal(quantity('50k').toInteger(), 50_000n)
    assert.equal(quantity('1000m').toInteger(), undefined)
    assert.equal(quantity('1e19').toInteger(), undefined)
    assert.equal(quantity('0.1').toApproximateNumber(), 0.1)
  })

  test('of absurd size cost nothing', () => {
    assert.equal(quantity('1e1000000000').add(quantity('1')), undefined)
    assert.equal(isQuantity(`1e${'9'.repeat(100_000)}`), false)
    assert.equal(isQuantity(`${'0'.repeat(1_000_000)}x`), false)
    assert.ok('fault' in parseQuantity('12345678901234567890e1000000'))
  })
})
