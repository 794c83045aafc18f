import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { kept, limits } from './limits.ts'

/** Results of `length` bytes each, `count` to a part. */
function* parts(results: number, length: number, count: number): Generator<Uint8Array> {
  for (let left = results; left > 0; left -= count) {
    const lines = Array.from(
      { length: Math.min(count, left) },
      () =>
        `${randomBytes(length)
          .toString('base64')
          .slice(0, length - 2)},\n`
    )
    yield Buffer.from(lines.join(''))
  }
}

describe('kept', () => {
  test('all where nothing is too much', () => {
    assert.deepEqual(kept([], 25_000, 9_000_000), { count: 25_000, bytes: 9_000_000 })
  })

  test('as many as GitHub takes', () => {
    const all = kept(parts(30_000, 40, 7), 30_000, 1_200_000)
    assert.deepEqual(all, { count: limits.results, bytes: limits.results * 40 })
  })

  test('as much as GitHub takes when compressed, in whole results', () => {
    const all = [...parts(20_000, 1000, 999)]
    const { count, bytes } = kept(all, 20_000, 20_000_000)
    assert.equal(bytes, count * 1000)
    const packed = gzipSync(Buffer.concat(all).subarray(0, bytes)).length
    assert.ok(packed < 10_000_000 && packed > 8_000_000, `${packed}`)
  })

  test('all of a large report that packs well', () => {
    const part = Buffer.from(`${'x'.repeat(998)},\n`.repeat(1000))
    const all = Array.from({ length: 20 }, () => part)
    assert.deepEqual(kept(all, 20_000, 20_000_000), { count: 20_000, bytes: 20_000_000 })
  })

  test('a result that is cut into parts counts once', () => {
    const line = Buffer.from(`${'x'.repeat(98)},\n`)
    const all = Array.from({ length: 30_000 }, () => [line.subarray(0, 60), line.subarray(60)]).flat()
    assert.deepEqual(kept(all, 30_000, 3_000_000), { count: 25_000, bytes: 2_500_000 })
  })
})
