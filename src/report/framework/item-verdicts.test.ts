import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Control } from '../../controls/control.ts'
import type { EvidenceRecord } from '../../controls/frameworks/evidence.ts'
import type { Framework } from '../../controls/frameworks/framework.ts'
import type { ControlTally } from '../../scan/tallies.ts'
import { itemVerdicts } from './item-verdicts.ts'

const items = [
  { id: 'one', title: 'One' },
  { id: 'ask', title: 'Ask', evidence: 'Who looks?' }
]
const framework: Framework = { name: 'f', versions: [], items: () => items, itemsOf: ({ maps }) => maps.nsa ?? [] }
const selected = { framework, version: '', minor: 37, label: 'f' }
const now = new Date('2026-11-26T00:00:00Z')

function control(id: string, item: string): Control {
  const facts = { title: id, why: '', remedy: '', severity: 'low', rtf: 'settable' } as const
  const rule = { each: 'pod', require: 'true', at: '', message: '' } as const
  return { id, ...facts, maps: { nsa: [item] }, rules: [rule], analyse: null, examples: { pass: [], fail: [] } }
}

function tally(id: string, counts: Partial<ControlTally>): ControlTally {
  return { control: id, pass: 0, fail: 0, unknown: 0, excepted: 0, notApplicable: 0, reasons: [], ...counts }
}

function statuses(
  tallies: readonly ControlTally[],
  live = false,
  records: readonly EvidenceRecord[] = [],
  partly: string | null = null
): string[] {
  const controls = [control('a', 'one'), control('b', 'one')]
  const verdicts = itemVerdicts(selected, controls, { tallies, live, partly, profile: null }, records, now)
  return verdicts.map(({ status, unknown }) => (unknown === null ? status : `${status}: ${unknown}`))
}

describe('the verdict on an item', () => {
  const [notAsked] = ['unknown: no evidence is on record: Who looks?']

  test('is the worst of its controls', () => {
    const pass = tally('a', { pass: 3 })
    assert.equal(statuses([pass, tally('b', { pass: 1, fail: 1 })])[0], 'fail')
    assert.equal(statuses([pass, tally('b', { unknown: 1, reasons: ['not allowed'] })])[0], 'unknown: not allowed')
    assert.equal(statuses([pass, tally('b', { excepted: 2 })])[0], 'excepted')
    assert.equal(statuses([pass, tally('b', { notApplicable: 2 })])[0], 'pass')
  })

  test('is never a pass where nothing was seen', () => {
    const nothing = [tally('a', { notApplicable: 5 }), tally('b', { notApplicable: 5 })]
    assert.deepEqual(statuses(nothing), ['unknown: the input holds no pod', notAsked])
    assert.equal(statuses(nothing, true)[0], 'notApplicable')
    assert.equal(
      statuses(nothing, true, [], 'only a was read')[0],
      'unknown: only a was read, and there is no pod in it'
    )
    assert.equal(statuses([])[0], 'unknown: the input holds no pod')
  })

  test('comes from evidence that has not ended, the latest of it', () => {
    const record = { framework: 'f', item: 'ask', evidence: 'a ticket', owner: 'me', recorded: '2026-01-01' }
    const held = { ...record, expires: '2026-12-31' }
    const ended = { ...record, recorded: '2026-06-01', expires: '2026-11-25' }
    const last = (...records: EvidenceRecord[]): string | undefined => statuses([], false, records)[1]
    assert.equal(last(held), 'pass')
    assert.equal(last(ended), 'unknown: the evidence of me ended on 2026-11-25: Who looks?')
    assert.equal(last(ended, held), 'pass')
    assert.equal(last(held, { ...held, recorded: '2026-02-01', answer: 'not-met' }), 'fail')
    assert.equal(last({ ...held, item: 'one' }), notAsked)
  })
})
