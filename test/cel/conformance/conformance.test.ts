import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
// The package declares this data without its types.
import { tests } from '@bufbuild/cel-spec/testdata/conformance.js'
import { type Suite, testsOf } from './conformance-data.ts'
import { runTest } from './run-test.ts'

interface Exclusions {
  /** Why, and the paths of the tests. */
  readonly reason: string
  readonly tests: readonly string[]
}

const excluded: readonly Exclusions[] = JSON.parse(readFileSync(new URL('excluded.json', import.meta.url), 'utf8'))
const reasons = new Map(excluded.flatMap(({ reason, tests }) => tests.map((path) => [path, reason] as const)))
const all = [...testsOf(tests as Suite)]

describe('the public CEL conformance data', () => {
  for (const suite of (tests as Suite).suites ?? []) {
    const included = [...testsOf(suite, [suite.name])].filter(([path]) => !reasons.has(path))
    if (included.length === 0) continue
    it(`${suite.name}: ${included.length} tests`, () => {
      const faults = included.flatMap(([path, test]) => {
        const fault = runTest(test)
        return fault === undefined ? [] : [`${path}: ${test.expr}: ${fault}`]
      })
      assert.deepEqual(faults, [])
    })
  }

  it('leaves out only tests that exist and do not pass', () => {
    // Two tests may have one name.
    const stale = [...reasons.keys()].filter((path) => {
      const named = all.filter(([other]) => other === path)
      return named.length === 0 || named.some(([, test]) => runTest(test) === undefined)
    })
    assert.deepEqual(stale, [])
    assert.equal(
      reasons.size,
      excluded.reduce((count, { tests }) => count + tests.length, 0),
      'one reason a test'
    )
  })
})
