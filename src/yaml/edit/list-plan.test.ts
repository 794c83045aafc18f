import assert from 'node:assert/strict'
import { test } from 'node:test'
import { removed } from './changed.ts'
import { type ListPlan, planByIndex, planByValue } from './list-plan.ts'

function shown({ changed, gone, inserted }: ListPlan): unknown {
  return { changed: Object.fromEntries(changed), gone: [...gone], inserted: Object.fromEntries(inserted) }
}

test('by value, as many items as can be stay', () => {
  assert.deepEqual(shown(planByValue(['a', 'b', 'c'], ['b', 'x', 'c', 'd'])), {
    changed: {},
    gone: [0],
    inserted: { 1: ['x'], 2: ['d'] }
  })
  assert.deepEqual(shown(planByValue([{ a: 1 }], [{ a: 2 }, { a: 1 }])), {
    changed: {},
    gone: [],
    inserted: { '-1': [{ a: 2 }] }
  })
})

test('by value, an item takes the place of one that goes', () => {
  assert.deepEqual(shown(planByValue(['a', 'b', 'c'], ['a', 'x', 'c'])), {
    changed: { 1: 'x' },
    gone: [],
    inserted: {}
  })
})

test('by index, items are removed where they are marked and added at the end', () => {
  assert.deepEqual(shown(planByIndex([1, 2, 3], [removed, 5, 3, 4])), {
    changed: { 1: 5 },
    gone: [0],
    inserted: { 2: [4] }
  })
})

test('by index, what is added takes the places of those removed at the end', () => {
  assert.deepEqual(shown(planByIndex([1, 2, 3], [1, removed, removed, 4])), {
    changed: { 1: 4 },
    gone: [2],
    inserted: {}
  })
})
