import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encode, typeLabel } from './encode.ts'
import { evaluateExpression } from './evaluate.ts'
import type { CelValue } from './values.ts'

function encoded(expression: string): string {
  const result = evaluateExpression(expression)
  return 'value' in result ? encode(result.value) : `fails: ${result.error.message}`
}

test('integers are exact to 64 bits', () => {
  assert.equal(encoded('9223372036854775807'), '9223372036854775807')
  assert.equal(encoded('18446744073709551615u'), '18446744073709551615')
  assert.equal(encoded('[-9223372036854775808, 1]'), '[-9223372036854775808,1]')
})

test('doubles are told from integers', () => {
  assert.equal(encoded('2.0'), '2.0')
  assert.equal(encoded('-0.0'), '-0.0')
  assert.equal(encoded('1.5e-9'), '1.5e-9')
  assert.equal(encoded('1e22'), '1e+22')
  assert.equal(encoded("double('NaN')"), '"NaN"')
  assert.equal(encoded("double('-Infinity')"), '"-Infinity"')
})

test('values that JSON lacks are strings', () => {
  assert.equal(encoded("b'\\xff'"), '"/w=="')
  assert.equal(encoded("timestamp('2024-01-01T00:00:00.5Z')"), '"2024-01-01T00:00:00.5Z"')
  assert.equal(encoded("duration('1500ms')"), '"1.5s"')
  assert.equal(encoded("duration('1ns')"), '"0.000000001s"')
  assert.equal(encoded('type(1)'), '"int"')
  assert.equal(encoded("quantity('1Gi')"), '"1Gi"')
})

test('optionals are their value, or null', () => {
  assert.equal(encoded('optional.of([1])'), '[1]')
  assert.equal(encoded('optional.none()'), 'null')
})

test('keys are strings', () => {
  assert.equal(encoded("{1: 'a', 2: 'b'}"), '{"1":"a","2":"b"}')
  assert.equal(encoded("{'__proto__': 1}"), '{"__proto__":1}')
})

test('types have short names', () => {
  const label = (expression: string): string => {
    const result = evaluateExpression(expression)
    return 'value' in result ? typeLabel(result.value) : ''
  }
  const expressions = ['1', '1u', '1.0', "'a'", "b'a'", 'true', 'null', '[]', '{}', 'type(1)', 'optional.none()']
  const labels = ['int', 'uint', 'double', 'string', 'bytes', 'bool', 'null', 'list', 'map', 'type', 'optional']
  assert.deepEqual(expressions.map(label), labels)
  assert.deepEqual(['timestamp(0)', "duration('1s')", "ip('::1')"].map(label), ['timestamp', 'duration', 'net.IP'])
})

test('values may be deeper and longer than the stack', () => {
  let value: CelValue = 1
  for (let depth = 0; depth < 100_000; depth++) value = [value]
  assert.equal(encode(value).length, 200_001)
  assert.equal(encode(new Array(300_000).fill(1)).length, 600_001)
})
