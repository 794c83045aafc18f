/**
 * Expressions whose answers the API server's own CEL environment gave: values with their types, static types, and which
 * expressions are refused, where and why. With Go the recorded answers are asked for again.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerTo, environmentWith } from './answer.ts'
import { comparable } from './comparable.ts'
import { askOracle } from './oracle.ts'
import { readAnswers, readCases, subjects } from './recorded-cases.ts'

describe('answers of the API server', () => {
  for (const subject of subjects()) {
    const cases = readCases(subject)
    const answers = readAnswers(subject)

    it(`${subject}: ${cases.expressions.length} expressions`, () => {
      const environment = environmentWith(cases.variables, cases.minor)
      for (const expression of cases.expressions) {
        const recorded = answers[expression]
        assert.ok(recorded !== undefined, `no answer is recorded to ${expression}: run test/cel/record-answers.ts`)
        const answer = answerTo(environment, cases.variables, expression)
        assert.deepEqual(comparable(answer, recorded), comparable(recorded, recorded), expression)
      }
      assert.deepEqual(Object.keys(answers).length, cases.expressions.length, 'answers to expressions that are gone')
    })

    it(`${subject}: recorded as the oracle answers now`, async (t) => {
      const asked = await askOracle(cases)
      if ('skipped' in asked) return t.skip(asked.skipped)
      for (const [index, expression] of cases.expressions.entries()) {
        assert.deepEqual(asked[index], answers[expression], expression)
      }
    })
  }
})
