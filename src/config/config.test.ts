import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { configKeys } from './keys.ts'
import { readConfig } from './read-config.ts'
import { configTemplate } from './template.ts'

function problemsOf(text: string): string[] {
  const read = readConfig(text)
  assert.ok('problems' in read, 'expected problems')
  return read.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('bulwark.yaml', () => {
  test('an empty file and the template say nothing', () => {
    assert.deepEqual(readConfig(''), { config: {} })
    assert.deepEqual(readConfig(configTemplate()), { config: {} })
  })

  test('every example of the template is valid', () => {
    for (const [key, { example }] of Object.entries(configKeys)) {
      const read = readConfig(example)
      assert.ok('config' in read, `the example of ${key} has problems`)
      assert.deepEqual(Object.keys(read.config), [key])
    }
  })

  test('an unknown key names the nearest known one, with its position', () => {
    assert.deepEqual(problemsOf('failOn: high\nexclud: [a]\n'), ['2:1 unknown key "exclud"; did you mean "exclude"?'])
  })

  test('a version that YAML takes for a number asks for quotes', () => {
    assert.deepEqual(problemsOf('kubeVersion: 1.30\n'), ['1:14 kubeVersion must be text: put it in quotes'])
  })

  test('a wrong choice names the choices', () => {
    assert.match(problemsOf('failOn: hihg\n')[0] ?? '', /must be one of critical, high.*did you mean "high"/)
  })

  test('every problem of a file is said at once', () => {
    assert.equal(problemsOf('failOn: 7\nexclude: x\nworkloads: [{kind: Rollout}]\n').length, 3)
  })

  test('frameworks and controls that do not exist are told with their place', () => {
    assert.deepEqual(
      problemsOf('frameworks: [guide, gude]\nseverities:\n  privleged: low\n').map((text) => text.split(' (')[0]),
      [
        '1:21 unknown framework "gude"; did you mean "guide"?',
        '3:3 unknown control "privleged"; did you mean "privileged-container"?'
      ]
    )
    assert.deepEqual(problemsOf('severities: {__proto__: low}'), ['1:14 unknown control "__proto__"'])
  })

  test('what says nothing is refused where it would judge nothing', () => {
    assert.deepEqual(problemsOf('frameworks: []'), ['1:13 frameworks must not be empty'])
    assert.deepEqual(problemsOf('kubeVersion: "2.0"'), ['1:14 kubeVersion cannot be "2.0": write it like 1.34'])
    assert.deepEqual(problemsOf('failOn: low\nfailOn: high'), ['2:1 this key stands on line 1 already'])
  })

  test('a path that leads to no pod spec is refused', () => {
    assert.match(problemsOf('workloads: [{kind: Rollout, path: "/spec"}]')[0] ?? '', /not a path to a pod spec/)
  })

  test('what is stated of images is checked as far as it can be', () => {
    const read = readConfig(
      'images: [{match: "registry.example:5000/shop/*", user: 10001, writable: [/tmp], capabilities: []}]'
    )
    assert.ok('config' in read, JSON.stringify(read))
    assert.deepEqual(problemsOf('images:\n  - match: a/b\n    user: 0\n    group: "7"\n'), [
      '3:11 user must be a whole number from 1 to 2147483647',
      '4:12 group must be a whole number from 1 to 2147483647'
    ])
    assert.deepEqual(problemsOf('images: [{match: a/b, writable: [tmp, /tmp/, {path: /a, hold: data}, 7]}]'), [
      '1:34 item 1 of writable cannot be "tmp": write it like /var/cache/shop',
      '1:39 item 2 of writable cannot be "/tmp/": write it like /var/cache/shop',
      '1:57 unknown key "hold"; did you mean "holds"?',
      '1:70 item 4 of writable must be text: put it in quotes'
    ])
    assert.deepEqual(problemsOf('images: [{match: a/b, writable: [/tmp, /tmp/x], capabilities: []}]'), [
      '1:40 /tmp/x lies in /tmp: a volume on /tmp is enough'
    ])
    assert.match(problemsOf('images: [{match: a/b, capabilities: [CAP_CHOWN]}]')[0] ?? '', /cannot be "CAP_CHOWN"/)
  })
})
