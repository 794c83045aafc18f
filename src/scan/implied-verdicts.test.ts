import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fails, passes, undecided, type Verdict } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import { registry } from '../controls/registry.ts'
import { makeResource, type Resource } from '../estate/resource.ts'
import type { AnalysisVerdict } from './analysis-verdict.ts'
import { FailingSets } from './failing-set.ts'
import { implicationsOf } from './implied.ts'
import { withoutImpliedVerdicts } from './implied-verdicts.ts'

const sets = new FailingSets(['guide', 'nsa'])

function control(id: string, implies: readonly string[] = []): Control {
  const [any] = registry.controls
  assert.ok(any)
  return { ...any, id, implies }
}

function object(name: string): Resource {
  return makeResource('v1', 'ConfigMap', { metadata: { name } }, { file: 'a.yaml', document: 0, prefix: [] })
}

describe('verdicts that say nothing more than a stricter one', () => {
  const strict = control('strict', ['weak'])
  const weak = control('weak', ['weakest'])
  const weakest = control('weakest')
  const implications = implicationsOf([strict, weak, weakest])

  function late(of: Control, verdict: Verdict, framework: string, tolerated = false): AnalysisVerdict {
    const planned = { control: of, analyse: { reads: [], judge: () => [] }, fails: sets.of([framework]) }
    const exception = tolerated ? { id: 'x', reason: 'x', owner: 'x', expires: '2030-01-01' } : null
    return { planned, verdict, exception, fails: planned.fails, speaksFor: [] }
  }

  function reported(...verdicts: AnalysisVerdict[]): string[] {
    return withoutImpliedVerdicts(verdicts, implications, sets).map(({ planned, fails: { frameworks }, speaksFor }) =>
      [planned.control.id, ...frameworks, ...speaksFor.map(({ id }) => `for ${id}`)].join(' ')
    )
  }

  const one = object('one')

  test('are spoken for, with their frameworks', () => {
    const verdicts = [
      late(weak, fails(one, 'x'), 'nsa'),
      late(strict, fails(one, 'x'), 'guide'),
      late(weakest, fails(one, 'x'), 'nsa')
    ]
    assert.deepEqual(reported(...verdicts), ['strict guide nsa for weak for weakest'])
  })

  test('stay where the stricter one is about another field, passes, is unknown or is tolerated', () => {
    const own = late(weak, fails(one, 'x', { path: ['spec'] }), 'nsa')
    const strictly = (verdict: Verdict, tolerated = false): AnalysisVerdict => late(strict, verdict, 'guide', tolerated)
    for (const other of [
      strictly(fails(one, 'x', { path: ['metadata'] })),
      strictly(passes(one)),
      strictly(undecided(one, 'x', { path: ['spec'] })),
      strictly(fails(one, 'x', { path: ['spec'] }), true)
    ]) {
      assert.deepEqual(reported(own, other)[0], 'weak nsa')
    }
  })
})
