import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark, shell } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'

const levels = ['critical', 'high', 'medium', 'low', 'none'] as const

function exitOf(args: readonly string[], input: string): number | null {
  return bulwark(['scan', '-', ...args], { input }).status
}

describe('exit codes', () => {
  test('0 where nothing falls short', () => {
    const { status, stdout, stderr } = bulwark(['scan', '-'], { input: goodPod('web') })
    assert.equal(stderr, '')
    assert.match(stdout, /Nothing falls short/)
    assert.equal(status, 0)
  })

  for (const [at, severity] of (['critical', 'high', 'medium', 'low'] as const).entries()) {
    test(`a ${severity} finding is 1 from --fail-on ${severity} on`, () => {
      const exits = levels.map((level) => exitOf(['--fail-on', level], faults[severity]))
      assert.deepEqual(
        exits,
        levels.map((level, index) => (level !== 'none' && index >= at ? 1 : 0))
      )
    })
  }

  test('the default is --fail-on high', () => {
    assert.equal(exitOf([], faults.high), 1)
    assert.equal(exitOf([], faults.medium), 0)
  })

  test('findings left out by --severity do not count', () => {
    assert.equal(exitOf(['--fail-on', 'low', '--severity', 'high'], faults.low), 0)
  })

  test('unknown verdicts count with --fail-on-unknown alone', (t) => {
    const root = tempTree(t, {
      'bulwark.yaml': 'workloads: [{kind: Runner, path: spec}]\n',
      'k8s/runner.yaml': goodPod('web')
        .replace('apiVersion: v1\nkind: Pod', 'apiVersion: example.com/v1\nkind: Runner')
        .replace(/image: .*/, 'image: 7')
    })
    const exit = (...args: string[]): number | null =>
      bulwark(['scan', 'k8s', '--control', 'image-tag-latest', ...args], { cwd: root }).status
    assert.equal(exit('--fail-on', 'low'), 0)
    assert.equal(exit('--fail-on-unknown'), 1)
    assert.equal(exit('--fail-on-unknown', '--fail-on', 'none'), 1)
  })

  test('2 for what could not be read, whatever was found beside it', (t) => {
    const root = tempTree(t, { 'good.yaml': goodPod('web'), 'high.yaml': faults.high, 'broken.yaml': 'a: [' })
    const { status, stdout } = bulwark(['scan', '.'], { cwd: root })
    assert.equal(status, 2)
    assert.match(stdout, /host-pid/)
    assert.equal(bulwark(['scan', 'good.yaml', 'missing.yaml'], { cwd: root }).status, 2)
  })

  test('a skipped document counts only where its file was named', (t) => {
    const root = tempTree(t, { 'good.yaml': goodPod('web'), 'values.yaml': 'replicas: 2\n', 'empty.yaml': '' })
    assert.equal(bulwark(['scan', '.'], { cwd: root }).status, 0)
    assert.equal(bulwark(['scan', '.', 'values.yaml'], { cwd: root }).status, 2)
    assert.equal(bulwark(['scan', 'empty.yaml'], { cwd: root }).status, 2)
    assert.equal(exitOf([], ''), 2)
  })

  test('2 for a mistake on the command line', () => {
    for (const words of [
      ['scn'],
      ['scan', '--fail-on', 'x'],
      ['explain'],
      ['--nope'],
      ['cel'],
      ['completion', 'tcsh']
    ]) {
      const { status, stdout, stderr } = bulwark(words)
      assert.equal(status, 2, words.join(' '))
      assert.equal(stdout, '')
      assert.match(stderr, /^bulwark: /)
      assert.doesNotMatch(stderr, /\n\s+at /)
    }
  })

  test('2 where the current folder is gone', (t) => {
    const root = tempTree(t, { 'gone/pod.yaml': goodPod('web') })
    const { status, stderr } = shell('cd gone && rm -r ../gone && bulwark scan .', { cwd: root })
    assert.match(stderr, /^bulwark: the current folder is gone: change to one that exists$/m)
    assert.equal(status, 2)
  })

  test('3 for a fault of its own, with what to report', (t) => {
    const fault = 'String.prototype.isWellFormed = () => { throw new TypeError("injected") }'
    const root = tempTree(t, { 'fault.cjs': fault })
    const env = { NODE_OPTIONS: `--require ${root}/fault.cjs` }
    const { status, stderr } = bulwark(['scan', '-'], { input: goodPod('web'), env })
    assert.match(stderr, /^bulwark: a fault of Bulwark itself, please report it/)
    assert.match(stderr, /injected/)
    assert.equal(status, 3)
  })
})
