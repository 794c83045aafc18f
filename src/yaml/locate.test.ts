import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { locateAll, type YamlPath } from './locate.ts'
import { parseYaml } from './parse.ts'

/** `line:column located` of a path in the last document. */
function locate(text: string, ...path: YamlPath): string {
  const document = parseYaml(text).at(-1)
  assert.ok(document !== undefined)
  const [position] = locateAll(text, document, [path])
  return `${position?.line}:${position?.column} ${position?.located}`
}

describe('locateAll', () => {
  const pod = `# a pod
kind: Pod
spec:
  containers:
  - name: app
    securityContext: {privileged: yes}
  - name: "b"
    env:
`

  test('points at values', () => {
    assert.equal(locate(pod, 'kind'), '2:7 exact')
    assert.equal(locate(pod, 'spec'), '4:3 exact')
    assert.equal(locate(pod, 'spec', 'containers'), '5:3 exact')
    assert.equal(locate(pod, 'spec', 'containers', 0), '5:5 exact')
    assert.equal(locate(pod, 'spec', 'containers', 0, 'securityContext', 'privileged'), '6:35 exact')
    assert.equal(locate(pod, 'spec', 'containers', 1, 'name'), '7:11 exact')
    assert.equal(locate(pod), '2:1 exact')
  })

  test('points at the key of what is empty', () => {
    assert.equal(locate(pod, 'spec', 'containers', 1, 'env'), '8:5 exact')
  })

  test('points at the key of the nearest ancestor of what is absent', () => {
    assert.equal(locate(pod, 'spec', 'hostNetwork'), '3:1 parent')
    assert.equal(locate(pod, 'spec', 'containers', 0, 'securityContext', 'runAsUser'), '6:5 parent')
    assert.equal(locate(pod, 'spec', 'containers', 1, 'securityContext', 'privileged'), '7:5 parent')
    assert.equal(locate(pod, 'spec', 'containers', 2), '4:3 parent')
    assert.equal(locate(pod, 'metadata'), '2:1 parent')
    assert.equal(locate(pod, 'kind', 'x'), '2:1 parent')
  })

  test('follows aliases and merges to the text of the anchor, and ends at the alias itself', () => {
    const text = 'a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\n'
    assert.equal(locate(text, 'c'), '3:4 exact')
    assert.equal(locate(text, 'c', 'b'), '2:6 exact')
    assert.equal(locate(text, 'c', 'z'), '3:1 parent')
    assert.equal(locate(text, 'd', 'b'), '2:6 exact')
    assert.equal(locate(text, 'd', 'e'), '6:6 exact')
    assert.equal(locate(text, 'a'), '1:4 exact')
  })

  test('follows an alias in a flow mapping whose anchor stands above', () => {
    const text = 'labels: &all\n  app: x\ntemplate:\n  metadata: {labels: *all, name: y}\n'
    assert.equal(locate(text, 'template', 'metadata', 'labels', 'app'), '2:8 exact')
    assert.equal(locate(text, 'template', 'metadata', 'name'), '4:34 exact')
  })

  test('points at the value that counts', () => {
    assert.equal(locate('a: 1\na: 2\n', 'a'), '2:4 exact')
    assert.equal(locate('{"a": 1, "a": 2}', 'a'), '1:15 exact')
    assert.equal(locate('a: {b: 1}\nc: {b: 2}\n<<: {a: 3}\n', 'a'), '3:9 exact')
    assert.equal(locate('yes: 1\n0x10: 2\n', '16'), '2:7 exact')
    assert.equal(locate('yes: 1\n0x10: 2\n', 'true'), '1:6 exact')
  })

  test('counts from the start of the stream', () => {
    assert.equal(locate('a: 1\n---\nb: 2\n', 'b'), '3:4 exact')
    assert.equal(locate('{"a": 1}\n{"b":\n [2, "x\\/"]}', 'b', 1), '3:6 exact')
    assert.equal(locate('{"a": 1}\n{"b":\n [2]}', 'c'), '2:1 parent')
  })

  test('answers for documents without a value', () => {
    assert.equal(locate('a: 1\n---\nb: [\n', 'b'), '3:1 parent')
    assert.equal(locate('# nothing\n', 'b'), '1:1 parent')
  })
})
