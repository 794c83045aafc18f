import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed } from './changed.ts'
import { remove, set } from './edit.fixture.ts'

test('sets, creates and removes, and leaves the original alone', () => {
  const value = { a: { b: 1 }, c: [1, 2], d: { e: 1 } }
  const copy = structuredClone(value)
  const result = changed(value, [set('a.b', 2), set('a.x.y', 3), set('c.2', 4), remove('d.e')])
  assert.deepEqual(result, { a: { b: 2, x: { y: 3 } }, c: [1, 2, 4], d: {} })
  assert.deepEqual(value, copy)
})

test('shares what does not change', () => {
  const value = { a: { b: 1 }, c: {} }
  const result = changed(value, [set('c.d', 1)])
  assert.equal(Reflect.get(Object(result), 'a'), value.a)
  assert.equal(changed(value, [set('a.b', 1), remove('x.y')]), value)
})

test('indexes count as they did before anything was removed', () => {
  assert.deepEqual(changed([1, 2, 3], [remove('0'), remove('1'), set('3', 4)]), [3, 4])
  assert.deepEqual(changed([1, 2], [remove('0'), set('0.a', 3)]), [{ a: 3 }, 2])
})

test('creates mappings and, where a number follows, lists', () => {
  assert.deepEqual(changed({ a: null }, [set('a.b.0.c', 1), set('a.b.1', 2)]), { a: { b: [{ c: 1 }, 2] } })
  assert.deepEqual(changed({ 80: 'x' }, [set('80', 'y')]), { 80: 'y' })
  assert.deepEqual(changed(null, [set('a', 1)]), { a: 1 })
})

test('later changes see what earlier ones did', () => {
  const given = { b: 1, l: [1, 2] }
  assert.deepEqual(changed({}, [set('a', given), set('a.c', 2), remove('a.b'), remove('a.l.0')]), {
    a: { c: 2, l: [2] }
  })
  assert.deepEqual(given, { b: 1, l: [1, 2] })
})

test('a path through a scalar, or beyond the end of a list, has no effect', () => {
  const value = { a: 1, l: [1] }
  assert.equal(changed(value, [set('a.b', 1), set('l.2', 1), set('l.x', 1), remove('l.7')]), value)
})

test('a key named __proto__ is data', () => {
  const result = changed(JSON.parse('{"__proto__": {"a": 1}}'), [{ path: ['__proto__', 'b'], set: 2 }])
  assert.equal(JSON.stringify(result), '{"__proto__":{"a":1,"b":2}}')
})
