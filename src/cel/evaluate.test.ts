import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluateExpression } from './evaluate.ts'

test('an expression over plain data gives its value', () => {
  const object = { spec: { replicas: 3, containers: [{ name: 'app' }] } }
  assert.deepEqual(evaluateExpression('object.spec.replicas * 2', { object }), { value: 6 })
  assert.deepEqual(evaluateExpression('object.spec.containers.map(c, c.name)', { object }), { value: ['app'] })
})

test('a fault has its stage, its place and the name that was meant', () => {
  assert.deepEqual(evaluateExpression('1 +'), {
    error: {
      stage: 'parse',
      message: "Syntax error: mismatched input '<EOF>' expecting an expression",
      offset: 3
    }
  })
  assert.deepEqual(evaluateExpression('objct.a', { object: {} }), {
    error: {
      stage: 'check',
      message: "undeclared reference to 'objct' (in container '')",
      offset: 0,
      suggestion: 'object'
    }
  })
  assert.deepEqual(evaluateExpression("'😀' == object.a", { object: {} }), {
    error: { stage: 'eval', message: 'no such key: a', offset: 13 }
  })
})

test('data is data, whatever its keys', () => {
  const object = JSON.parse('{"__proto__": {"a": 1}, "constructor": "c", "length": 2}')
  assert.deepEqual(evaluateExpression('object.constructor', { object }), { value: 'c' })
  assert.deepEqual(evaluateExpression('object.__proto__.a', { object }), { value: 1 })
  assert.deepEqual(evaluateExpression('has(object.toString)', { object }), { value: false })
  assert.deepEqual(evaluateExpression("object['valueOf']", { object }), {
    error: { stage: 'eval', message: 'no such key: valueOf', offset: 6 }
  })
})

test('variables may have any name', () => {
  assert.deepEqual(evaluateExpression('core + link + at + bindings', { core: 1, link: 2, at: 3, bindings: 4 }), {
    value: 10
  })
  assert.deepEqual(evaluateExpression('v1 + t1', { v1: 1, t1: 2 }), { value: 3 })
})

test('integers beyond 53 bits stay exact', () => {
  assert.deepEqual(evaluateExpression('x + 1', { x: 9007199254740993n }), { value: 9007199254740994n })
  assert.deepEqual(evaluateExpression('x - 2', { x: 9007199254740993n }), { value: 9007199254740991 })
})
