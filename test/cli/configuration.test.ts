import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { scan, troubles } from './report.ts'

describe('which bulwark.yaml holds', () => {
  const files = {
    'bulwark.yaml': 'frameworks: [nsa]\n',
    'repo/.git/HEAD': '',
    'repo/bulwark.yaml': 'frameworks: [pss-baseline@1.30]\n',
    'repo/k8s/deep/a.yaml': faults.high,
    'repo/other/bulwark.yaml': 'frameworks: [attack]\n',
    'repo/other/b.yaml': faults.high,
    'bare/.git/HEAD': '',
    'bare/a.yaml': faults.high
  }
  const defaults = ['guide', 'pss-restricted@1.37']

  test('the nearest from the first path up to the root of its repository', (t) => {
    const root = tempTree(t, files)
    const frameworks = (...paths: string[]): string[] => scan(paths, { cwd: root }).frameworks
    assert.deepEqual(frameworks('repo/k8s/deep'), ['pss-baseline@1.30'])
    assert.deepEqual(frameworks('repo/k8s/deep/a.yaml'), ['pss-baseline@1.30'])
    assert.deepEqual(frameworks('repo/k8s/deep', 'repo/other'), ['pss-baseline@1.30'])
    assert.match(frameworks('repo/other', 'repo/k8s')[0] ?? '', /^attack/)
    assert.deepEqual(frameworks('bare'), defaults)
    assert.deepEqual(frameworks('repo/k8s/missing.yaml'), ['pss-baseline@1.30'])
  })

  test('for standard input and without a path, from the current folder', (t) => {
    const root = tempTree(t, files)
    const cwd = join(root, 'repo/other')
    assert.match(scan(['-'], { cwd, input: faults.high }).frameworks[0] ?? '', /^attack/)
    assert.match(scan([], { cwd }).frameworks[0] ?? '', /^attack/)
  })

  test('--config beats the nearest, and the command line beats both', (t) => {
    const root = tempTree(t, files)
    const frameworks = (...args: string[]): string[] => scan(['repo/k8s', ...args], { cwd: root }).frameworks
    assert.match(frameworks('--config', 'bulwark.yaml')[0] ?? '', /^nsa/)
    assert.deepEqual(frameworks('--config', 'bulwark.yaml', '-f', 'guide'), ['guide'])
  })

  test('the text report names it', (t) => {
    const root = tempTree(t, files)
    assert.match(bulwark(['scan', 'repo/k8s'], { cwd: root }).stdout, /^Configuration: repo\/bulwark\.yaml$/m)
  })
})

describe('what bulwark.yaml says', () => {
  const run = (config: string, args: readonly string[], input: string) => (t: TestContext) =>
    bulwark(['scan', '-', '-o', 'json', ...args], {
      cwd: tempTree(t, { 'bulwark.yaml': config, '.git/HEAD': '' }),
      input
    })

  test('failOn, beaten by --fail-on', (t) => {
    assert.equal(run('failOn: none\n', [], faults.critical)(t).status, 0)
    assert.equal(run('failOn: low\n', [], faults.low)(t).status, 1)
    assert.equal(run('failOn: low\n', ['--fail-on', 'high'], faults.low)(t).status, 0)
  })

  test('kubeVersion, beaten by --kube-version', (t) => {
    const version = (...args: string[]): string[] =>
      JSON.parse(run('kubeVersion: "1.31"\n', args, faults.high)(t).stdout).frameworks
    assert.deepEqual(version(), ['guide', 'pss-restricted@1.31'])
    assert.deepEqual(version('--kube-version', '1.25'), ['guide', 'pss-restricted@1.25'])
  })

  test('severities, before --severity and --fail-on', (t) => {
    const { stdout, status } = run('severities: {host-pid: low}\n', [], faults.high)(t)
    assert.equal(status, 0)
    assert.equal(JSON.parse(stdout).findings[0].severity, 'low')
    assert.deepEqual(
      JSON.parse(run('severities: {host-pid: low}\n', ['--severity', 'high'], faults.high)(t).stdout).findings,
      []
    )
  })

  test('exclude, besides --exclude', (t) => {
    const root = tempTree(t, {
      'bulwark.yaml': 'exclude: [b.yaml]\n',
      'k/a.yaml': goodPod('a'),
      'k/b.yaml': 'a: [',
      'k/c.yaml': 'a: ['
    })
    assert.equal(scan(['k', '--exclude', 'c.yaml'], { cwd: root }).errors.length, 0)
  })

  test('workloads: a kind without a pod at the path is said', (t) => {
    const root = tempTree(t, {
      'bulwark.yaml': 'workloads: [{kind: Runner, path: "spec.jobs[].pod"}]\n',
      'k8s/runner.yaml': 'apiVersion: example.com/v1\nkind: Runner\nmetadata: {name: a}\nspec: {job: {pod: {}}}\n'
    })
    assert.deepEqual(troubles(scan(['k8s'], { cwd: root })), [
      'k8s/runner.yaml#0 this Runner has no pod at spec.jobs[].pod, where bulwark.yaml looks for it'
    ])
  })

  test('workloads: further kinds that hold a pod', (t) => {
    const rollout =
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec: {template: {spec: {hostPID: true}}}\n'
    const findings = (config: string): unknown =>
      JSON.parse(run(config, ['--control', 'host-pid'], rollout)(t).stdout).findings.length
    assert.equal(findings(''), 0)
    assert.equal(findings('workloads:\n  - kind: Rollout\n    path: spec.template.spec\n'), 1)
    assert.equal(findings('workloads: [{kind: Rollout, path: spec.template.spec, apiVersion: other/v1}]'), 0)
  })
})

describe('mistakes in bulwark.yaml', () => {
  const mistakes = {
    'framworks: [guide]': '1:1: unknown key "framworks"; did you mean "frameworks"?',
    'a: 1\nfailOn: high\nb: 2': '1:1: unknown key "a"\n  c.yaml:3:1: unknown key "b"',
    'frameworks: [gude]': '1:14: unknown framework "gude"; did you mean "guide"? (known are ',
    'severities:\n  privleged: low': '2:3: unknown control "privleged"; did you mean "privileged-container"?',
    'severities: {host-pid: hgh}': '1:24: host-pid must be one of critical, high, medium, low; did you mean "high"?',
    'kubeVersion: 1.30': '1:14: kubeVersion must be text: put it in quotes',
    'failOn: high\nfailOn: low': '2:1: this key stands on line 1 already',
    'a: [': '1:4: this bracket is never closed by "]"',
    '- a': '1:1: the file must be a mapping',
    'a: {}\n---\nb: {}': '3:1: a bulwark.yaml is one document',
    '__proto__: {failOn: none}': '1:1: unknown key "__proto__"'
  }
  for (const [config, message] of Object.entries(mistakes)) {
    test(JSON.stringify(config), (t) => {
      const root = tempTree(t, { 'c.yaml': config })
      const { status, stdout, stderr } = bulwark(['scan', '-', '--config', 'c.yaml'], { cwd: root, input: faults.high })
      assert.equal(status, 2)
      assert.equal(stdout, '')
      assert.ok(stderr.startsWith(`bulwark: c.yaml:${message}`), stderr)
    })
  }

  test('a file that is not there, or no text', (t) => {
    const root = tempTree(t, { 'c.yaml': new Uint8Array([0, 1, 2, 0]) })
    const refusal = (file: string): string => bulwark(['scan', '-', '--config', file], { cwd: root }).stderr
    assert.equal(refusal('missing.yaml'), 'bulwark: cannot read missing.yaml: no such file or directory\n')
    assert.match(refusal('c.yaml'), /^bulwark: c\.yaml:1:1: this is a binary file/)
    assert.match(refusal('.'), /^bulwark: cannot read \.: /)
  })
})
