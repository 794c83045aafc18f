import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chunksOf } from './chunks.ts'

describe('chunksOf', () => {
  test('has every hit once, in order, with one heading for each group, and no chunk that is too long', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 2, max: 9 }), (groupSizes, size) => {
        const group = Int32Array.from(groupSizes.flatMap((length, own) => Array.from({ length }, () => own)))
        const chunks = chunksOf(
          group.map((_, index) => index),
          group,
          size
        )
        let at = 0
        for (const { start, end, sections } of chunks) {
          assert.equal(start, at)
          for (const section of sections) {
            assert.equal(section.start, at)
            assert.ok(section.end > section.start)
            assert.ok(group.subarray(section.start, section.end).every((own) => own === section.group))
            at = section.end
          }
          assert.equal(end, at)
          assert.ok(end - start <= size)
        }
        assert.equal(at, group.length)
        const headings = chunks.flatMap(({ sections }) => sections).filter(({ total }) => total > 0)
        assert.deepEqual(
          headings.map(({ total }) => total),
          groupSizes
        )
      })
    )
  })
})
