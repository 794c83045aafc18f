import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, set } from './edit.fixture.ts'

test('a value takes the place of another, and the comment behind it stays', () => {
  assert.equal(edit('a:\n  b: true   # why\n  c: 1\n', set('a.b', false)), 'a:\n  b: false   # why\n  c: 1\n')
})

test('quotes stay around strings, and only around strings', () => {
  assert.equal(edit("a: 'x'\n", set('a', 'true')), "a: 'true'\n")
  assert.equal(edit('a: "x"\n', set('a', 'say "y"')), 'a: "say \\"y\\""\n')
  assert.equal(edit("a: 'true'\n", set('a', true)), 'a: true\n')
})

test('a string that would read as something else is put in the quotes that the document uses', () => {
  assert.equal(edit("a: 'x'\nb: 1\n", set('b', '0644')), "a: 'x'\nb: '0644'\n")
  assert.equal(edit('a: "x"\nb: z\n', set('b', 'yes')), 'a: "x"\nb: "yes"\n')
})

test('what is there already is left as it is written', () => {
  const text = 'a: yes\nb: 0x10\nc: "x"\nd: {e: [1]}\n'
  assert.equal(edit(text, set('a', true), set('b', 16), set('c', 'x'), set('d', { e: [1] })), text)
})

test('empty values, also with comments', () => {
  assert.equal(edit('a:\nb: 1\n', set('a', 5)), 'a: 5\nb: 1\n')
  assert.equal(edit('a:   # soon\n', set('a', 5)), 'a: 5   # soon\n')
  assert.equal(edit('a: ~ # none\nb: null\n', set('a', 'x'), set('b', 'y')), 'a: x # none\nb: "y"\n')
})

test('text over several lines, in every form', () => {
  assert.equal(edit('a: one\n  two # c\nb: 1\n', set('a', 'x')), 'a: x # c\nb: 1\n')
  assert.equal(edit('a: | # c\n  one\n  two\n\nb: 1\n', set('a', 'x')), 'a: x # c\n\nb: 1\n')
  assert.equal(edit('a: "x"\n', set('a', 'one\ntwo\n')), 'a: "one\\ntwo\\n"\n')
})

test('text of several lines stays, or becomes, a block scalar, unless quotes were chosen', () => {
  assert.equal(
    edit('a: | # c\n    one\n    two\nb: 1\n', set('a', 'one\n\n  2\n')),
    'a: | # c\n    one\n\n      2\nb: 1\n'
  )
  assert.equal(edit('a: |\n  one\n', set('a', 'one\ntwo')), 'a: |-\n  one\n  two\n')
  assert.equal(edit('a: one # c\nb:\n', set('a', 'x\ny'), set('b', 'z\n#\n')), 'a: |- # c\n  x\n  y\nb: |\n  z\n  #\n')
  assert.equal(edit('- one # c\n- 2\n', set('0', 'x\ny')), '- |- # c\n  x\n  y\n- 2\n')
})

test('a mapping or list becomes a scalar, and leaves its comments', () => {
  assert.equal(
    edit('a: # of a\n  b: 1 # of b\n  # more\n  c: 2\nd: 3\n', set('a', 5)),
    'a: 5 # of a\n# of b\n# more\nd: 3\n'
  )
  assert.equal(edit('- a: 1 # one\n  b: 2 # two\n- c\n', set('0', 5)), '- 5 # two\n# one\n- c\n')
})

test('what decides about a value goes with it', () => {
  assert.equal(edit('a: !!str 5\n', set('a', 6)), 'a: 6\n')
  assert.equal(edit('a: &x 5\n', set('a', 6)), 'a: 6\n')
})

test('line breaks, byte order marks and the missing end of the last line stay', () => {
  assert.equal(edit('\ufeffa: 1\r\nb:\r\n  c: 2', set('b.d.e', 3)), '\ufeffa: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    e: 3')
})
