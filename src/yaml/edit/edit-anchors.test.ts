import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { edit, refusals, remove, set } from './edit.fixture.ts'
import { shared } from './rewriting.ts'

describe('an anchor', () => {
  const text = 'a: &x # of x\n  b: 1\nc: *x\n'

  test('is edited once where all its users want the same', () => {
    assert.equal(edit(text, set('a.b', 2), set('c.b', 2)), 'a: &x # of x\n  b: 2\nc: *x\n')
    assert.equal(edit(text, remove('a.b'), remove('c.b')), 'a: &x {} # of x\nc: *x\n')
    assert.equal(edit('a: &x 1\nb: [*x]\n', set('a', 2), set('b.0', 2)), 'a: &x 2\nb: [*x]\n')
    assert.equal(edit('a: &x 1\nb: *x\n', set('a', { c: 1 }), set('b', { c: 1 })), 'a: &x\n  c: 1\nb: *x\n')
  })

  test('stays where a user of it wants something else, who gets it beside a merge', () => {
    assert.equal(edit(text, set('c.d', 2)), 'a: &x # of x\n  b: 1\nc:\n  <<: *x\n  d: 2\n')
    assert.equal(edit('- &x {a: 1}\n- *x # c\n', set('1.a', 2)), '- &x {a: 1}\n- <<: *x # c\n  a: 2\n')
    assert.equal(edit('a: &x {b: 1}\nc: [*x]\n', set('c.0.d', 2)), 'a: &x {b: 1}\nc: [{<<: *x, d: 2}]\n')
    assert.equal(edit('a: &x 1\nb: *x\n', set('b', 2)), 'a: &x 1\nb: 2\n')
  })

  test('is not changed for users who do not want it', () => {
    assert.deepEqual(refusals(text, set('a.b', 2)), [{ reason: shared, offset: 3 }])
    assert.deepEqual(refusals(text, remove('c.b')), [{ reason: shared, offset: 3 }])
    assert.deepEqual(refusals('a: &x [1]\nb: *x\n', set('b.1', 2)), [{ reason: shared, offset: 13 }])
  })

  test('is not removed while others need it', () => {
    assert.deepEqual(refusals('a: &x 1\nb: *x\n', remove('a')), [{ reason: shared, offset: 11 }])
    assert.equal(edit('a: &x 1\nb: *x\nc: 1\n', remove('a'), remove('b')), 'c: 1\n')
  })
})

describe('a merge', () => {
  const text = 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n'

  test('brings what is set at its anchor', () => {
    assert.equal(edit(text, set('a.e', 3), set('c.e', 3)), 'a: &x\n  b: 1\n  e: 3\nc:\n  <<: *x\n  d: 2\n')
    assert.equal(edit(text, set('a.b', 2), set('c.b', 2)), 'a: &x\n  b: 2\nc:\n  <<: *x\n  d: 2\n')
  })

  test('is overridden by a key of the mapping', () => {
    assert.equal(edit(text, set('c.b', 2)), 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n  b: 2\n')
    assert.equal(edit(text, set('c.d', 3)), 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 3\n')
    assert.deepEqual(refusals(text, remove('c.b')), [{ reason: shared, offset: 18 }])
  })

  test('that replaces a key above it is respected', () => {
    assert.deepEqual(refusals('a: &x\n  b: 1\nc:\n  b: 2\n  <<: *x\n', set('c.b', 3)), [
      { reason: 'a merge below it sets the key anew', offset: 18 }
    ])
  })
})
