import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { charAt, join, split, substring } from './parts.ts'
import { indexOf, lastIndexOf, lastIndexOfBefore } from './search.ts'
import { lowerAscii, quote, replace, trim } from './transform.ts'

describe('strings', () => {
  test('count code points', () => {
    assert.equal(charAt('a😀b', 1), '😀')
    assert.equal(charAt('a😀b', 3), '')
    assert.equal(substring('a😀b', 1, 2), '😀')
    assert.equal(indexOf('😀a😀b', 'b'), 3)
    assert.equal(indexOf('😀a😀b', '😀', 1), 2)
    assert.equal(lastIndexOf('😀a😀b', '😀'), 2)
    assert.equal(lastIndexOfBefore('😀a😀b', '😀', 1), 0)
    assert.throws(() => charAt('a', 2), { message: 'index out of range: 2' })
  })

  test('split and join', () => {
    assert.deepEqual(split('a,b,c', ',', 2), ['a', 'b,c'])
    assert.deepEqual(split('é😀', ''), ['é', '😀'])
    assert.deepEqual(split('', ','), [''])
    assert.equal(join(['a', 'b'], '-'), 'a-b')
    assert.throws(() => join(['a', 1]), { message: 'join: invalid input: 1' })
  })

  test('replace text as it stands', () => {
    assert.equal(replace('a$b', '$', '$&$&'), 'a$&$&b')
    assert.equal(replace('h😀', '', '_'), '_h_😀_')
    assert.equal(replace('aaa', 'a', 'b', 2), 'bba')
    assert.equal(replace('abc', 'b', '', 0), 'abc')
  })

  test('know the white space of Unicode and the letters of ASCII', () => {
    assert.equal(trim('\u0085\u2003 x\u3000'), 'x')
    assert.equal(trim('\ufeffx'), '\ufeffx')
    assert.equal(lowerAscii('ÀBC'), 'Àbc')
    assert.equal(quote('a"\n\u0001'), '"a\\"\\n\u0001"')
  })

  test('take time linear in their length', () => {
    const start = performance.now()
    const spaces = ' '.repeat(2_000_000)
    assert.equal(trim(`x${spaces}x`).length, 2_000_002)
    assert.equal(replace('a'.repeat(1_000_000), 'a', 'bb', 999_999).length, 1_999_999)
    assert.ok(performance.now() - start < 3000)
  })
})
