import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import fc from 'fast-check'
import { type Answer, answerTo, environmentWith, type Variables } from '../answer.ts'
import { comparable } from '../comparable.ts'
import { askOracle } from '../oracle.ts'

/**
 * Draws expressions and asserts that the API server answers each as we do. `SEED` repeats a run. Expressions that make
 * the API server's library panic are left out.
 */
export async function assertAgreement(
  t: TestContext,
  draw: { readonly expressions: fc.Arbitrary<string>; readonly count: number }
): Promise<void> {
  const seed = Number(process.env.SEED ?? 26)
  const expressions = fc.sample(draw.expressions, { seed, numRuns: draw.count })
  await assertSameAnswers(t, expressions, {}, seed)
}

/** The same for given expressions over variables. */
export async function assertSameAnswers(
  t: TestContext,
  expressions: readonly string[],
  variables: Variables,
  seed: number
): Promise<void> {
  const answers = await askOracle({ variables, expressions })
  if ('skipped' in answers) return t.skip(answers.skipped)
  const environment = environmentWith(variables)
  const errors = answers.filter(({ error }) => error !== undefined).length
  const differences = expressions.flatMap((expression, i) => {
    const recorded = answers[i] ?? {}
    if (/panic|internal error/.test(`${recorded.error?.stage} ${recorded.error?.message}`)) return []
    const ours = essence(answerTo(environment, variables, expression), recorded)
    const theirs = essence(recorded, recorded)
    return theirs === ours ? [] : [{ expression, theirs, ours }]
  })
  t.diagnostic(`seed ${seed}: ${expressions.length} expressions, ${errors} of them errors`)
  assert.deepEqual(differences.slice(0, 5), [], `seed ${seed}: ${differences.length} differences`)
}

function essence(answer: Answer, recorded: Answer): string {
  return JSON.stringify(comparable(answer, recorded))
}
