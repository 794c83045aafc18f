import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { goodPod } from './manifests.ts'
import { scan } from './report.ts'

const pod = (image: string): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: ${image}}]}}`

const control = `# ours
id: own-registry
title: Images come from our registry
severity: high
maps: {nsa: ["1.5"]}
each: container
require: |-
  self.?image.orValue('').startsWith('registry.shop/')
at: image
message: '{where} runs {image}, which is not ours'
examples:
  pass: ['${pod('registry.shop/a')}']
  fail: ['${pod('nginx')}']
`

const config = 'controls: [own]\n'

function tree(own: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    'bulwark.yaml': config,
    'own/registry.yaml': own,
    'own/README.md': 'no control',
    'a.yaml': goodPod('a'),
    ...more
  }
}

describe("controls of a user's own", () => {
  test('are judged besides the default frameworks', (t) => {
    const { findings, frameworks } = scan(['a.yaml'], { cwd: tempTree(t, tree(control)) })
    assert.deepEqual(frameworks, ['guide', 'pss-restricted@1.37', 'own'])
    const found = findings.filter((finding) => finding.control === 'own-registry')
    assert.deepEqual(
      found.map(({ line, message, fails, maps }) => [line, message.split(',')[0], fails, maps]),
      [[18, `container "app" runs registry.example/app:1.0@sha256:${'0'.repeat(64)}`, ['own'], { nsa: ['1.5'] }]]
    )
  })

  test('can be asked for by framework and by name, excepted and explained', (t) => {
    const cwd = tempTree(t, tree(control, { 'bulwark.yaml': `${config}severities: {own-registry: low}\n` }))
    const severities = (...args: string[]): string[] =>
      scan(['a.yaml', ...args], { cwd })
        .findings.filter((finding) => finding.control === 'own-registry')
        .map(({ severity }) => severity)
    assert.deepEqual(severities('-f', 'nsa'), ['low'])
    assert.deepEqual(severities('-f', 'own'), ['low'])
    assert.deepEqual(severities('--control', 'own-registry'), ['low'])
    assert.deepEqual(severities('-f', 'pss-baseline'), [])
    assert.match(bulwark(['explain', 'own-registry'], { cwd }).stdout, /Images come from our registry/)
    assert.match(bulwark(['controls', 'list'], { cwd }).stdout, /own-registry +high/)
    const why = ['-n', 'shop', '--owner', 'me', '--expires', '9999-12-31', '--reason', 'x']
    assert.equal(bulwark(['exception', 'add', 'own-registry', ...why], { cwd }).status, 0)
    assert.equal(scan(['a.yaml', '--control', 'own-registry'], { cwd }).findings[0]?.status, 'excepted')
  })

  test('are tested by their examples', (t) => {
    const good = bulwark(['scan', '--test-controls'], { cwd: tempTree(t, tree(control)) })
    assert.equal(good.status, 0)
    assert.match(
      good.stdout,
      /own-registry\n {2}pass {2}pass example 1\n {2}pass {2}fail example 1\n\n2 examples as expected, 0 not/
    )
    const wrong = control.replace('registry.shop/a', 'docker.io/a').replace('image: nginx', 'image: registry.shop/b')
    const bad = bulwark(['scan', '--test-controls'], { cwd: tempTree(t, tree(wrong)) })
    assert.equal(bad.status, 1)
    assert.match(bad.stdout, /fail {2}pass example 1: it is found: container "a" runs docker.io\/a, which is not ours/)
    assert.match(bad.stdout, /fail {2}fail example 1: nothing is found/)
    assert.equal(bulwark(['scan', '--test-controls'], { cwd: tempTree(t, {}) }).status, 2)
  })

  test('mistakes are told with file, line and caret', (t) => {
    const wrong: [string, RegExp][] = [
      [control.replace('self.?image', 'self.?imag'), /own\/registry.yaml:7:10: .*imag.*did you mean 'image'[\s\S]*\^/],
      [control.replace("startsWith('", 'startsWith('), /own\/registry.yaml:7:10: [\s\S]*\^/],
      [control.replace('at: image', 'at: imag'), /own\/registry.yaml:9:5: imag: there is no field "imag"/],
      [
        control.replace('severity: high', 'severity: hihg'),
        /own\/registry.yaml:4:11: severity must be one of .*"high"/
      ],
      [control.replace('"1.5"', '"9.9"'), /own\/registry.yaml:5:14: nsa has no item "9.9"/],
      [control.replace('each:', 'eech:'), /own\/registry.yaml:6:1: unknown key "eech"; did you mean "each"/],
      [control.replace('own-registry', 'host-pid'), /there is a control "host-pid" already/],
      ['id: [\n', /own\/registry.yaml:\d+:\d+: /]
    ]
    for (const [own, message] of wrong) {
      const { status, stderr } = bulwark(['scan', 'a.yaml'], { cwd: tempTree(t, tree(own)) })
      assert.equal(status, 2, own)
      assert.match(stderr, message)
    }
    const gone = bulwark(['scan', 'a.yaml'], { cwd: tempTree(t, { 'bulwark.yaml': config, 'a.yaml': goodPod('a') }) })
    assert.match(gone.stderr, /cannot read the controls in own: /)
  })
})
