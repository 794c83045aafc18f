import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { combine, hashDigits, hashText } from './fingerprint.ts'

describe('fingerprint', () => {
  test('is eight hexadecimal digits and always the same', () => {
    assert.match(hashDigits(hashText(1, 'apps/v1')), /^[0-9a-f]{8}$/)
    assert.equal(hashDigits(0), '00000000')
    assert.equal(hashDigits(-1), 'ffffffff')
    assert.equal(hashText(1, 'web'), hashText(1, 'web'))
  })

  test('tells texts apart by their borders, seeds and order', () => {
    const joined = (...texts: string[]) => texts.reduce(hashText, 7)
    assert.notEqual(joined('ab', 'c'), joined('a', 'bc'))
    assert.notEqual(joined('a', ''), joined('a'))
    assert.notEqual(hashText(1, 'a'), hashText(2, 'a'))
    assert.notEqual(combine(1, 2), combine(2, 1))
  })

  test('collides no more often than chance over many similar identities', () => {
    const seen = new Set<number>()
    for (let resource = 0; resource < 300; resource++) {
      const own = hashText(1, `web-${resource}`)
      for (let control = 0; control < 100; control++) seen.add(combine(own, hashText(2, `control-${control}`)))
    }
    // 30,000 of 2^32: one collision in ten runs is chance.
    assert.ok(seen.size >= 29_998, `${30_000 - seen.size} collisions`)
  })
})
