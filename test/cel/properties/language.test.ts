import { test } from 'node:test'
import fc from 'fast-check'
import { assertSameAnswers } from './agreement.ts'
import { expressions } from './expressions.ts'
import { variables } from './templates.ts'

test('expressions of the language give what the API server gives', async (t) => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
  const count = Number(process.env.COUNT ?? 4_000)
  const drawn = new Set(fc.sample(expressions, { seed, numRuns: count }))
  await assertSameAnswers(t, [...drawn], variables, seed)
})
