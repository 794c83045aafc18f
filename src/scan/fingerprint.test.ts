import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyHash, hashDigits, hashText } from './fingerprint.ts'

const digest = (...texts: string[]) => hashDigits(texts.reduce(hashText, emptyHash))

describe('fingerprint', () => {
  test('is sixteen hexadecimal digits and always the same', () => {
    assert.match(digest('a'), /^[0-9a-f]{16}$/)
    assert.equal(digest('apps/v1', 'Deployment', 'web'), digest('apps/v1', 'Deployment', 'web'))
  })

  test('tells texts apart by their borders', () => {
    assert.notEqual(digest('ab', 'c'), digest('a', 'bc'))
    assert.notEqual(digest('a', ''), digest('a'))
  })

  test('does not collide over many similar identities', () => {
    const seen = new Set<string>()
    for (let resource = 0; resource < 1000; resource++) {
      for (let control = 0; control < 100; control++) seen.add(digest(`web-${resource}`, `control-${control}`))
    }
    assert.equal(seen.size, 100_000)
  })
})
