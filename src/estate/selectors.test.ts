import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { labelSelector, mapSelector } from './selectors.ts'

const labels = { app: 'web', tier: 'front' }

function matches(selector: unknown): boolean {
  const matcher = labelSelector(selector)
  assert.equal(typeof matcher, 'function', JSON.stringify(matcher))
  return typeof matcher === 'function' && matcher(labels)
}

function expression(key: string, operator: string, values?: string[]): unknown {
  return { matchExpressions: [{ key, operator, ...(values && { values }) }] }
}

describe('labelSelector', () => {
  test('empty selects everything, absent nothing', () => {
    assert.equal(matches({}), true)
    assert.equal(matches({ matchLabels: {}, matchExpressions: null }), true)
    assert.equal(matches(undefined), false)
    assert.equal(matches(null), false)
  })

  const cases: [name: string, selector: unknown, expected: boolean][] = [
    ['all labels equal', { matchLabels: { app: 'web', tier: 'front' } }, true],
    ['one label differs', { matchLabels: { app: 'web', tier: 'back' } }, false],
    ['an inherited property is no label', { matchLabels: { constructor: 'x' } }, false],
    ['In', expression('app', 'In', ['api', 'web']), true],
    ['In, absent key', expression('zone', 'In', ['a']), false],
    ['NotIn', expression('app', 'NotIn', ['api']), true],
    ['NotIn, its value', expression('app', 'NotIn', ['web']), false],
    ['NotIn, absent key', expression('zone', 'NotIn', ['a']), true],
    ['Exists', expression('app', 'Exists'), true],
    ['Exists, absent key', expression('toString', 'Exists'), false],
    ['DoesNotExist', expression('zone', 'DoesNotExist'), true],
    ['DoesNotExist, present key', expression('app', 'DoesNotExist'), false]
  ]
  for (const [name, selector, expected] of cases) {
    test(name, () => assert.equal(matches(selector), expected))
  }

  test('labels and expressions must all hold', () => {
    assert.equal(
      matches({ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'zone', operator: 'Exists' }] }),
      false
    )
  })

  const invalid: [name: string, selector: unknown, path: unknown[]][] = [
    ['a list', [], []],
    ['a number for a label', { matchLabels: { app: 1 } }, ['matchLabels', 'app']],
    ['expressions that are no list', { matchExpressions: {} }, ['matchExpressions']],
    ['an unknown operator', expression('a', 'Is', ['b']), ['matchExpressions', 0]],
    ['In without values', expression('a', 'In', []), ['matchExpressions', 0]],
    ['Exists with values', expression('a', 'Exists', ['b']), ['matchExpressions', 0]],
    ['no key', { matchExpressions: [{ operator: 'Exists' }] }, ['matchExpressions', 0]]
  ]
  for (const [name, selector, path] of invalid) {
    test(`refuses ${name}`, () => {
      const problem = labelSelector(selector)
      assert.ok(typeof problem === 'object')
      assert.deepEqual(problem.path, path)
    })
  }
})

test('mapSelector: an empty map selects nothing', () => {
  const select = (selector: unknown) => {
    const matcher = mapSelector(selector)
    return typeof matcher === 'function' && matcher(labels)
  }
  assert.equal(select({}), false)
  assert.equal(select(undefined), false)
  assert.equal(select({ app: 'web' }), true)
  assert.equal(select({ app: 'api' }), false)
})
