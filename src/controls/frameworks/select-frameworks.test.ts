import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { registry } from '../registry.ts'
import { defaultFrameworks } from './frameworks.ts'
import { itemsAnswered, selectFrameworks } from './select-frameworks.ts'

function labels(names: string[], kubernetes?: string): string[] {
  return selectFrameworks(names, kubernetes).selected.map((each) => each.label)
}

describe('selecting frameworks', () => {
  test('no version means the newest', () => {
    assert.deepEqual(labels(['nsa', 'cis', 'cis-5', 'owasp-k8s']), [
      'nsa@1.2',
      'cis@2.0',
      'cis-5@2.0',
      'owasp-k8s@2025'
    ])
    assert.deepEqual(labels(['guide', 'rtf', 'attack', 'microsoft']), ['guide', 'rtf', 'attack', 'microsoft'])
    assert.deepEqual(labels([...defaultFrameworks]), ['guide', 'pss-restricted@1.37'])
  })

  test('Pod Security levels take the Kubernetes version, and an explicit version wins over it', () => {
    assert.deepEqual(labels(['pss-baseline', 'pss-restricted@1.31'], '1.25'), [
      'pss-baseline@1.25',
      'pss-restricted@1.31'
    ])
    assert.deepEqual(labels(['pss-baseline@latest', 'pss-restricted@v1.30'], '1.25'), [
      'pss-baseline@1.37',
      'pss-restricted@1.30'
    ])
    assert.deepEqual(labels(['cis'], '1.25'), ['cis@2.0'])
  })

  test('controls of a framework without Kubernetes versions are judged at the Kubernetes version given', () => {
    const { selected } = selectFrameworks(['guide', 'pss-baseline@1.20'], 'v1.31.4')
    assert.deepEqual(
      selected.map((each) => each.minor),
      [31, 20]
    )
  })

  test('a Kubernetes version above the newest known is the newest, with a note', () => {
    const { selected, notes, problems } = selectFrameworks(['pss-restricted@1.99'], '1.40')
    assert.equal(selected[0]?.label, 'pss-restricted@1.37')
    assert.deepEqual(notes, [
      'Kubernetes 1.40 is judged as 1.37, the newest version that is known',
      'pss-restricted@1.99 is judged as 1.37, the newest version that is known'
    ])
    assert.deepEqual(problems, [])
  })

  test('the same framework twice is one', () => {
    assert.deepEqual(labels(['cis', 'cis@2.0', 'cis@1.8']), ['cis@2.0', 'cis@1.8'])
  })

  test('mistakes name what is known', () => {
    const { selected, problems } = selectFrameworks(
      ['pss-restrict', 'cis@3.0', 'guide@1', 'pss-baseline@2.1', ''],
      'new'
    )
    assert.deepEqual(selected, [])
    assert.match(problems[0] ?? '', /^"new" is not a version of Kubernetes/)
    assert.match(
      problems[1] ?? '',
      /^unknown framework "pss-restrict"; did you mean "pss-restricted"\? \(known are guide, /
    )
    assert.equal(problems[2], 'cis has no version "3.0"; known are 1.8, 1.9, 1.10, 1.11, 1.12, 2.0')
    assert.equal(problems[3], 'guide has no versions: write guide')
    assert.equal(problems[4], 'pss-baseline has no version "2.1"; known are 1.0 to 1.37')
    assert.match(problems[5] ?? '', /^unknown framework ""/)
  })
})

describe('what a framework selects', () => {
  function controlsOf(name: string): string[] {
    const [framework] = selectFrameworks([name]).selected
    assert.ok(framework !== undefined)
    return registry.controls
      .filter((control) => itemsAnswered(framework, control).length > 0)
      .map((control) => control.id)
  }

  test('restricted leaves out what it overrides, from the version on that overrides it', () => {
    assert.ok(controlsOf('pss-baseline').includes('added-capabilities'))
    assert.ok(!controlsOf('pss-restricted').includes('added-capabilities'))
    assert.ok(controlsOf('pss-restricted@1.21').includes('added-capabilities'))
    assert.ok(controlsOf('pss-restricted@1.34').includes('unmasked-proc-mount'))
    assert.ok(!controlsOf('pss-restricted@1.35').includes('unmasked-proc-mount'))
    assert.ok(!controlsOf('pss-baseline@1.33').includes('probe-host'))
  })

  test('CIS numbers follow the version of the benchmark', () => {
    const numbers = (name: string): readonly string[] => {
      const [framework] = selectFrameworks([name]).selected
      const control = registry.find('host-port')
      assert.ok(framework !== undefined && control !== undefined)
      return itemsAnswered(framework, control)
    }
    assert.deepEqual(numbers('cis@1.8'), ['5.2.13'])
    assert.deepEqual(numbers('cis@1.11'), ['5.2.13'])
    assert.deepEqual(numbers('cis-5@1.12'), ['5.2.12'])
  })

  test('rtf holds what the guide asks, and what Runtime Fabric lets set or sets', () => {
    const held = new Set(controlsOf('rtf'))
    for (const id of controlsOf('guide')) assert.ok(held.has(id), id)
    assert.ok(held.has('seccomp-profile'))
    const others = registry.controls.filter(({ rtf, maps }) => rtf === 'not-exposed' && maps.guide === undefined)
    assert.ok(others.length > 0)
    for (const { id } of others) assert.ok(!held.has(id), id)
  })
})
