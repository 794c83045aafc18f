import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Control } from '../controls/control.ts'
import { FailingSets } from './failing-set.ts'
import type { Failure } from './failure.ts'
import { implicationsOf, withoutImplied } from './implied.ts'
import { Item } from './item.ts'
import type { PlannedRule } from './plan.ts'

const sets = new FailingSets(['guide', 'pss-baseline@1.37', 'pss-restricted@1.37'])

function control(id: string, implies: readonly string[] = [], pss?: string): Control {
  const maps = pss === undefined ? {} : { pss: [pss] }
  const texts = { title: id, why: '', remedy: '' }
  return {
    id,
    ...texts,
    severity: 'low',
    maps,
    implies,
    rtf: 'settable',
    rules: [],
    analyse: null,
    examples: { pass: [], fail: [] }
  }
}

function failure(
  failing: Control,
  frameworks: readonly string[],
  path: readonly (string | number)[] = ['spec'],
  unknown: string | null = null
): Failure {
  const rule = { each: 'pod', require: 'true', at: '', message: '' } as const
  const planned: PlannedRule = {
    control: failing,
    rule,
    list: null,
    at: [],
    atText: '',
    message: [],
    identity: 0,
    variants: []
  }
  return { planned, item: new Item({}, path, null), fails: sets.of(frameworks), speaksFor: [], unknown }
}

function reported(...failures: Failure[]): string[] {
  const implications = implicationsOf(failures.map(({ planned }) => planned.control))
  return withoutImplied(failures, implications, sets).map(
    ({ planned, fails, speaksFor }) =>
      `${[planned.control, ...speaksFor].map(({ id }) => id).join('+')}: ${fails.frameworks.join(' ')}`
  )
}

const socket = control('socket', ['host-path'])
const hostPath = control('host-path', [], 'hostPathVolumes')

describe('withoutImplied', () => {
  test('a weaker failure of the same frameworks goes', () => {
    assert.deepEqual(reported(failure(hostPath, ['guide']), failure(socket, ['guide'])), ['socket: guide'])
  })

  test('the stricter one speaks for frameworks that ask for the weaker one alone', () => {
    assert.deepEqual(reported(failure(socket, ['guide']), failure(hostPath, ['guide', 'pss-baseline@1.37'])), [
      'socket+host-path: guide pss-baseline@1.37'
    ])
  })

  test('checks of two Pod Security levels stay apart', () => {
    const beyond = control('beyond', ['added'], 'capabilities_restricted')
    const added = control('added', [], 'capabilities_baseline')
    assert.equal(reported(failure(beyond, ['pss-restricted@1.37']), failure(added, ['pss-baseline@1.37'])).length, 2)
  })

  test('one level of Pod Security alone: the graver of its check and the weaker one speaks', () => {
    const beyond = control('beyond', ['added'], 'capabilities_restricted')
    const added = control('added', [], 'capabilities_baseline')
    const guide = failure(added, ['guide'])
    const restricted = failure(beyond, ['pss-restricted@1.37'])
    assert.deepEqual(reported(restricted, guide), ['beyond+added: guide pss-restricted@1.37'])
    const grave = failure({ ...added, severity: 'high' }, ['guide'])
    assert.deepEqual(reported(grave, restricted), ['added+beyond: guide pss-restricted@1.37'])
    assert.deepEqual(reported(restricted, grave), ['added+beyond: guide pss-restricted@1.37'])
  })

  test('another item keeps its own failure; one inside the stricter item does not', () => {
    const elsewhere = failure(hostPath, ['guide'], ['spec', 'volumes', 1])
    assert.equal(reported(failure(socket, ['guide'], ['spec', 'volumes', 0]), elsewhere).length, 2)
    assert.equal(reported(failure(socket, ['guide']), elsewhere).length, 1)
  })

  test('a verdict that could not be reached hides no failure', () => {
    const undecided = failure(socket, ['guide'], ['spec'], 'no such key')
    assert.equal(reported(undecided, failure(hostPath, ['guide'])).length, 2)
  })

  test('takes a pod with very many items in one pass', () => {
    const volumes = Array.from({ length: 20_000 }, (_, index) => ['spec', 'volumes', index])
    const all = volumes.flatMap((path) => [failure(hostPath, ['guide'], path), failure(socket, ['guide'], path)])
    const began = performance.now()
    assert.equal(reported(...all).length, volumes.length)
    assert.ok(performance.now() - began < 5000)
  })

  test('a chain of implications leaves its strictest end', () => {
    const middle = control('middle', ['host-path'])
    const top = control('top', ['middle'])
    const all = [hostPath, middle, top].map((each) => failure(each, ['guide']))
    assert.deepEqual(reported(...all), ['top: guide'])
  })
})
