import { test } from 'node:test'
import fc from 'fast-check'
import { assertSameAnswers } from './agreement.ts'
import { expressions } from './expressions.ts'
import { variables } from './templates.ts'

/** The same expressions at every run; `SEED` and `COUNT` draw others, and more. */
const seed = Number(process.env.SEED ?? 1)
const count = Number(process.env.COUNT ?? 8_000)

test('expressions of the language give what the API server gives', async (t) => {
  const drawn = new Set(fc.sample(expressions, { seed, numRuns: count }))
  await assertSameAnswers(t, [...drawn], variables, seed)
})
