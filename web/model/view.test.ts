import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { facetKeys } from './facets.ts'
import { groupings } from './ordering.ts'
import { emptyView, toggled, type View, viewFromHash, viewToHash } from './view.ts'

const text = fc.string({ unit: 'binary', minLength: 1 }).map((value) => value.toWellFormed())
const view = fc
  .record({
    query: fc.oneof(fc.constant(''), text),
    selection: fc.dictionary(fc.constantFrom(...facetKeys), fc.uniqueArray(text, { minLength: 1, maxLength: 4 })),
    grouping: fc.constantFrom(...groupings),
    finding: fc.oneof(fc.constant(''), fc.constant('0123456789abcdef'))
  })
  .map(({ selection, ...others }): View => {
    const sets = Object.entries(selection).map(([key, values]) => [key, new Set(values)])
    return { ...others, selection: Object.fromEntries(sets) }
  })

describe('the address of a view', () => {
  test('gives the view again', () => {
    fc.assert(fc.property(view, (given) => assert.deepEqual(viewFromHash(`#${viewToHash(given)}`), plain(given))))
  })

  test('of all findings is empty', () => {
    assert.equal(viewToHash(emptyView), '')
    assert.deepEqual(viewFromHash(''), emptyView)
  })

  test('is read as far as it makes sense', () => {
    const strange = viewFromHash('#by=nothing&unknown=1&severity=high&severity=odd&%E0%A4%A&q=%')
    assert.equal(strange.grouping, 'severity')
    assert.deepEqual(strange.selection, { severity: new Set(['high', 'odd']) })
  })

  test('is made of any text, however broken', () => {
    assert.doesNotThrow(() => viewToHash({ ...emptyView, query: 'a\ud800b', selection: { file: new Set(['\udc00']) } }))
  })
})

test('a value chosen twice is chosen no more, and leaves no trace', () => {
  const once = toggled({}, 'kind', 'Pod')
  assert.deepEqual(once, { kind: new Set(['Pod']) })
  assert.deepEqual(toggled(once, 'kind', 'Pod'), {})
  assert.deepEqual(toggled(once, 'kind', 'Job'), { kind: new Set(['Pod', 'Job']) })
})

/** Without the prototype that fast-check leaves out. */
function plain({ selection, ...others }: View): View {
  return { ...others, selection: { ...selection } }
}
