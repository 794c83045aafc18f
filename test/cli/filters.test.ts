import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { scan } from './report.ts'

const inNamespace = (namespace: string, name: string): string =>
  faults.high
    .replace('namespace: shop', namespace === '' ? 'labels: {}' : `namespace: ${namespace}`)
    .replace('name: high', `name: ${name}`)

const documents = [
  inNamespace('shop', 'a'),
  inNamespace('rtf', 'b'),
  inNamespace('default', 'c'),
  inNamespace('', 'd'),
  `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: e, namespace: shop}\nspec:\n  template:\n    spec:\n      hostPID: true\n      containers: [{name: x}]\n`
]

function names(...args: string[]): (string | null)[] {
  const { findings } = scan(['-', '--control', 'host-pid', ...args], { input: documents.join('---\n') })
  return findings.map(({ resource }) => resource.name)
}

describe('filters', () => {
  test('--namespace, where an object without one is in default', () => {
    assert.deepEqual(names('--namespace', 'shop'), ['a', 'e'])
    assert.deepEqual(names('-n', 'rtf', '-n', 'default'), ['b', 'c', 'd'])
    assert.deepEqual(names('--namespace', 'nowhere'), [])
  })

  test('--kind, in any case', () => {
    assert.deepEqual(names('--kind', 'daemonset'), ['e'])
    assert.deepEqual(names('--kind', 'Pod', '-n', 'shop'), ['a'])
  })

  test('nothing left to judge is said', () => {
    const { stdout, status } = bulwark(['scan', '-', '--kind', 'Job'], { input: documents.join('---\n') })
    assert.match(stdout, /--namespace and --kind leave out 5 objects/)
    assert.equal(status, 0)
  })

  test('--severity leaves out findings below', () => {
    const input = Object.values(faults).join('---\n')
    const kept = (level: string): string[] =>
      scan(['-', '--severity', level], { input }).findings.map((each) => each.severity)
    assert.deepEqual(kept('critical'), ['critical'])
    assert.deepEqual(kept('medium'), ['critical', 'high', 'medium'])
    assert.deepEqual(kept('low'), ['critical', 'high', 'medium', 'low'])
  })

  test('--control judges by controls that no selected framework asks for, too', () => {
    const { findings, summary } = scan(['-', '-f', 'pss-baseline', '--control', 'cpu-limit'], { input: faults.low })
    assert.deepEqual(
      findings.map(({ control, fails }) => [control, fails]),
      [['cpu-limit', []]]
    )
    assert.equal(summary.controls, 1)
  })

  test('--exclude, from the named folder or the current one, over files and folders', (t) => {
    const root = tempTree(t, {
      'k8s/a.yaml': faults.high,
      'k8s/test/b.yaml': faults.high,
      'k8s/deep/test/c.yaml': faults.high,
      'k8s/deep/d.yml': faults.high
    })
    const files = (...args: string[]): unknown[] =>
      scan(['k8s', ...args], { cwd: root }).findings.map(({ file }) => file)
    assert.deepEqual(files('--exclude', 'test'), ['k8s/a.yaml', 'k8s/deep/d.yml'])
    assert.deepEqual(files('--exclude', '/test'), ['k8s/a.yaml', 'k8s/deep/d.yml', 'k8s/deep/test/c.yaml'])
    assert.deepEqual(files('--exclude', 'k8s/deep/**', '--exclude', 'a.yaml'), ['k8s/test/b.yaml'])
    assert.deepEqual(files('--exclude', '*.y*ml', '--exclude', '!*.yml'), ['k8s/deep/d.yml'])
  })

  test('a file named directly is read though it is excluded or ignored', (t) => {
    const root = tempTree(t, { '.bulwarkignore': '*.yaml\n', 'a.yaml': faults.high, 'b.txt': faults.high })
    assert.equal(scan(['.'], { cwd: root }).findings.length, 0)
    assert.equal(scan(['a.yaml', '--exclude', 'a.yaml'], { cwd: root }).findings.length, 1)
    assert.equal(scan(['b.txt'], { cwd: root }).findings.length, 1)
  })

  test('a file that several paths lead to is read once', (t) => {
    const root = tempTree(t, { 'k8s/a.yaml': goodPod('a', '  hostPID: true\n'), 'link.yaml': { link: 'k8s/a.yaml' } })
    const { findings, summary } = scan(['k8s', '.', './k8s/a.yaml', 'link.yaml'], { cwd: root })
    assert.equal(findings.length, 1)
    assert.equal(summary.files, 1)
  })
})
