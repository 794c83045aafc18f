import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultSettings, type EstateAnalysis, fails, type Inspection, passes } from '../controls/analysis.ts'
import type { Control } from '../controls/control.ts'
import { registry } from '../controls/registry.ts'
import { makeResource, type Resource } from '../estate/resource.ts'
import { ExceptionBook } from '../exceptions/book.ts'
import { buildPlan } from './build-plan.ts'
import { implicationsOf } from './implied.ts'
import { Inspections } from './inspections.ts'
import { Tallies } from './tallies.ts'

const seen: (readonly string[])[] = []

const analyse: Inspection = {
  reads: ['ConfigMap'],
  *inspect(resource, _, { trustedRegistries }) {
    seen.push(trustedRegistries)
    yield resource.name === 'bad' ? fails(resource, 'x') : passes(resource)
  }
}

const settings = { ...defaultSettings, trustedRegistries: ['registry.example'] }

function control(how: Inspection | EstateAnalysis): Control {
  const [any] = registry.controls
  assert.ok(any)
  return { ...any, id: 'own', rules: [], analyse: how }
}

function object(kind: string, name: string): Resource {
  return makeResource('v1', kind, { metadata: { name } }, { file: 'a.yaml', document: 0, prefix: [] })
}

/** What is listed and counted of some objects. */
function judged(objects: readonly Resource[], how: Inspection | EstateAnalysis = analyse, passed = false) {
  const only = new Set(['own'])
  const plan = buildPlan({
    frameworks: [],
    controls: [control(how)],
    only,
    minor: 37,
    severities: {},
    lowest: 'low',
    settings,
    compile: () => () => true
  })
  const inspections = new Inspections(plan, implicationsOf(plan.controls), implicationsOf(plan.controls), passed)
  const tallies = new Tallies(plan.controls)
  const book = new ExceptionBook(new Date())
  const listed = objects.flatMap((each) => {
    tallies.object()
    return inspections.inspect(each, [], book, tallies)
  })
  const [tally] = tallies.list()
  assert.ok(tally)
  const { pass, fail, notApplicable } = tally
  return { listed: listed.map(({ verdict }) => verdict.resource.name), counts: { pass, fail, notApplicable } }
}

describe('objects that are judged one by one', () => {
  const objects = [object('ConfigMap', 'good'), object('ConfigMap', 'bad'), object('Secret', 'other')]

  test('are listed where something is wrong, and counted all', () => {
    seen.length = 0
    assert.deepEqual(judged(objects), { listed: ['bad'], counts: { pass: 1, fail: 1, notApplicable: 1 } })
    assert.deepEqual(seen, [['registry.example'], ['registry.example']])
  })

  test('are listed where they pass, if that is asked for', () => {
    const { listed, counts } = judged(objects, analyse, true)
    assert.deepEqual(listed, ['good', 'bad'])
    assert.deepEqual(counts, { pass: 1, fail: 1, notApplicable: 1 })
  })

  test('are left to others where the whole estate is judged', () => {
    const { listed } = judged(objects, { reads: ['ConfigMap'], judge: () => [] })
    assert.deepEqual(listed, [])
  })
})
