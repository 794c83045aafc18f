import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { edit, refusals, remove, set } from './edit.fixture.ts'

describe('a key is added', () => {
  test('behind the last one, before what belongs to the next', () => {
    assert.equal(
      edit('spec:\n    a: 1 # one\n\n# next\nx: 2\n', set('spec.b', 'y')),
      'spec:\n    a: 1 # one\n    b: "y"\n\n# next\nx: 2\n'
    )
  })

  test('behind comments that are indented deeper: they belong to the value above', () => {
    assert.equal(
      edit('a:\n  b:\n    c: 1\n    # more of b\n  # of a\n', set('a.d', 2)),
      'a:\n  b:\n    c: 1\n    # more of b\n  d: 2\n  # of a\n'
    )
  })

  test('with the mappings and lists that lead to it, indented as others are', () => {
    assert.equal(
      edit('c:\n- name: app\n  image: x\n', set('c.0.s.caps.drop.0', 'ALL')),
      'c:\n- name: app\n  image: x\n  s:\n    caps:\n      drop:\n      - ALL\n'
    )
    assert.equal(
      edit('c:\n    - name: app\n      ports:\n          - 80\nd:\n    e: 1\n', set('d.f', [{ g: 1 }])),
      'c:\n    - name: app\n      ports:\n          - 80\nd:\n    e: 1\n    f:\n        - g: 1\n'
    )
  })

  test('to a value that is empty in one way or another', () => {
    assert.equal(
      edit('a:   # of a\n  # later\nb: {}\nc: null # none\n', set('a.x', 1), set('b.x', 1), set('c.x', 1)),
      'a:   # of a\n  x: 1\n  # later\nb:\n  x: 1\nc: # none\n  x: 1\n'
    )
  })

  test('behind a block scalar, whose value stays', () => {
    assert.equal(edit('a:\n  b: |\n    x\n\nc: 1\n', set('a.d', 2)), 'a:\n  b: |\n    x\n  d: 2\n\nc: 1\n')
    assert.equal(edit('a:\n  b: |+\n    x\n\nc: 1\n', set('a.d', 2)), 'a:\n  b: |+\n    x\n\n  d: 2\nc: 1\n')
    assert.equal(edit('a: |\n  x', set('b', 1)), 'a: |-\n  x\nb: 1')
  })

  test('with long text as lines of its own', () => {
    assert.equal(edit('a: 1\n', set('b', 'one\ntwo\n')), 'a: 1\nb: |\n  one\n  two\n')
  })

  test('before the marker that ends the document', () => {
    assert.equal(edit('a: 1\n...\n', set('b', 1)), 'a: 1\nb: 1\n...\n')
    assert.equal(edit('a: 1\n---\nc: 1\n', set('b', 1)), 'a: 1\nb: 1\n---\nc: 1\n')
  })
})

describe('a key is removed', () => {
  test('with its value; comments stay', () => {
    assert.equal(
      edit('a: 1\n# about b\nb: # of b\n  c: 2 # of c\nd: 3\n', remove('b')),
      'a: 1\n# about b\n# of b\n# of c\nd: 3\n'
    )
  })

  test('the first one behind a dash: the next takes its place', () => {
    assert.equal(edit('- a: 1\n  b: 2\n- c: 3\n', remove('0.a')), '- b: 2\n- c: 3\n')
    assert.equal(edit('- a: 1 # why\n  b: 2\n', remove('0.a')), '- # why\n  b: 2\n')
  })

  test('the last one leaves empty brackets', () => {
    assert.equal(edit('a:\n  b: 1 # of b\nc: 2\n', remove('a.b')), 'a: {}\n# of b\nc: 2\n')
    assert.equal(edit('- a: 1\n- b: 2\n', remove('0.a')), '- {}\n- b: 2\n')
  })

  test('and others are added in the same mapping', () => {
    assert.equal(edit('a:\n  b: 1\n  c: 2\n', remove('a.c'), set('a.d', 3)), 'a:\n  b: 1\n  d: 3\n')
    assert.equal(edit('a:\n  b: 1\n', remove('a.b'), set('a.d', 3)), 'a:\n  d: 3\n')
  })

  test('that is not there', () => {
    assert.equal(edit('a: 1\n', remove('b.c')), 'a: 1\n')
  })
})

describe('a list', () => {
  test('gets items at its end, at its own column', () => {
    assert.equal(edit('a:\n- 1 # one\nb: 2\n', set('a.1', { c: 1, d: 2 })), 'a:\n- 1 # one\n- c: 1\n  d: 2\nb: 2\n')
    assert.equal(edit('- - 1\n  - 2\n', set('0.2', 3), set('1', [4])), '- - 1\n  - 2\n  - 3\n- - 4\n')
    assert.equal(edit('a: []\n', set('a.0', 1), set('a.1', 2)), 'a:\n- 1\n- 2\n')
  })

  test('loses items; the indexes of others count as before', () => {
    assert.equal(edit('a:\n- 1\n- 2 # two\n- 3\n', remove('a.0'), remove('a.1')), 'a:\n# two\n- 3\n')
    assert.equal(edit('a:\n- 1\n', remove('a.0')), 'a: []\n')
  })

  test('that is set changes as little as can be', () => {
    assert.equal(
      edit('a:\n- x # 1\n- y # 2\n- z # 3\n', set('a', ['x', 'z', 'new'])),
      'a:\n- x # 1\n# 2\n- z # 3\n- new\n'
    )
    assert.equal(edit('a:\n- x # 1\n- z # 3\n', set('a', ['v', 'x', 'y', 'z'])), 'a:\n- v\n- x # 1\n- "y"\n- z # 3\n')
  })
})

test('a mapping that is set changes only where it differs', () => {
  assert.equal(
    edit('a: # c\n  b: "x" # of b\n  d:\n    e: 1\n', set('a', { b: 'x', d: { e: 2 }, f: 3 })),
    'a: # c\n  b: "x" # of b\n  d:\n    e: 2\n  f: 3\n'
  )
})

test('keys with a "?" are edited where that is safe', () => {
  assert.equal(edit('? a\n: b\n? c\n: d\n', set('a', 'x'), remove('c')), '? a\n: x\n')
  assert.deepEqual(refusals('? a\n: b\n', set('a', { x: 1 })), [{ reason: 'its key is written with a "?"', offset: 6 }])
})

test('what cannot be done is refused with the place, and the rest is done', () => {
  assert.deepEqual(refusals('a: 1\n', set('a.b', 1)), [
    { reason: 'the path leads through what is no mapping or list', offset: 0 }
  ])
  assert.deepEqual(refusals('a: 1\nb: 2\na: 3\n', set('a', 4)), [{ reason: 'the key stands twice', offset: 10 }])
  assert.deepEqual(refusals('a: 1 # c\n', remove('a')), [
    { reason: 'nothing would be left of the document', offset: 3 }
  ])
})
