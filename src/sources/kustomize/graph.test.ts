import assert from 'node:assert/strict'
import { join, relative } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { SourceTexts } from '../rendered/source-text.ts'
import { tempTree } from '../temp-tree.fixture.ts'
import { KustomizationGraph } from './graph.ts'
import { obstacleTo } from './obstacle.ts'

/** Kustomizations by folder, each with what it refers to. */
function graphOf(t: TestContext, kustomizations: Readonly<Record<string, string>>, files: readonly string[] = []) {
  const entries = Object.entries(kustomizations).map(([folder, text]) => [`${folder}/kustomization.yaml`, text])
  const root = tempTree(t, Object.fromEntries([...entries, ...files.map((file) => [file, ''])]))
  const graph = new KustomizationGraph(new SourceTexts())
  const listed = Object.keys(kustomizations).map((folder) => {
    return { folder: join(root, folder), file: join(root, folder, 'kustomization.yaml'), named: false }
  })
  const shown = (paths: Iterable<string>) => [...paths].map((path) => relative(root, path)).sort()
  return { graph, listed, shown, root }
}

describe('KustomizationGraph', () => {
  test('roots are what nothing refers to; a component is none', (t) => {
    const { graph, listed, shown } = graphOf(t, {
      base: 'resources: []',
      dev: 'resources: [../base]',
      prod: 'resources: [../base]\ncomponents: [../extra]',
      extra: 'kind: Component',
      unused: 'kind: Component'
    })
    assert.deepEqual(shown(graph.roots(listed).map(({ folder }) => folder)), ['dev', 'prod'])
  })

  test('a base that the user names is rendered as well', (t) => {
    const { graph, listed, shown } = graphOf(t, { base: 'resources: []', dev: 'resources: [../base]' })
    const named = listed.map((each) => ({ ...each, named: true }))
    assert.deepEqual(shown(graph.roots(named).map(({ folder }) => folder)), ['base', 'dev'])
  })

  test('a ring has one root', (t) => {
    const { graph, listed, shown } = graphOf(t, { a: 'resources: [../b]', b: 'resources: [../a]' })
    const roots = graph.roots(listed)
    assert.deepEqual(shown(roots.map(({ folder }) => folder)), ['a'])
    const [root] = roots
    assert.equal(root && graph.closure(root).kustomizations.length, 2)
  })

  test('a closure holds everything below, by role', (t) => {
    const { graph, listed, shown } = graphOf(
      t,
      {
        base: 'resources: [a.yaml]\nconfigMapGenerator: [{name: c, files: [app.yaml]}]',
        dev: 'resources: [../base, own.yaml]\npatches: [{path: p.yaml}]'
      },
      ['base/a.yaml', 'base/app.yaml', 'dev/own.yaml', 'dev/p.yaml']
    )
    const [root] = graph.roots(listed)
    assert.ok(root)
    const { bases, patches, inputs, obstacle } = graph.closure(root)
    assert.deepEqual(shown(bases), ['base/a.yaml', 'dev/own.yaml'])
    assert.deepEqual(shown(patches), ['dev/p.yaml'])
    assert.deepEqual(shown(inputs), ['base/app.yaml'])
    assert.equal(obstacle, null)
  })

  test("another tool's Kustomization is none", (t) => {
    const text = 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}'
    const { graph, listed } = graphOf(t, { flux: text })
    assert.deepEqual(graph.roots(listed), [])
  })
})

describe('obstacleTo', () => {
  const cases: [name: string, text: string, allowRemote: boolean, line: number | null, message: RegExp][] = [
    ['a web address', 'resources:\n- https://example.com/x.yaml\n', false, 2, /on the network.*--allow-remote/],
    ['a repository', 'resources:\n- github.com/o/r//f?ref=v1\n', false, 2, /on the network/],
    ['a repository without a reference', 'resources:\n- github.com/o/r\n', false, 2, /on the network/],
    ['a repository over ssh', 'resources:\n- git@example.com:o/r\n', false, 2, /on the network/],
    ['a patch on the network', 'patches:\n- path: https://example.com/p.yaml\n', false, 2, /on the network/],
    ['a file that is not there', 'resources:\n- gone.yaml\n', false, 2, /"gone\.yaml" does not exist/],
    ['a folder without a kustomization', 'resources:\n- plain\n', false, 2, /"plain" has no kustomization file/],
    ['a chart', 'helmCharts: [{name: c}]\n', false, null, /Helm.*--allow-remote/],
    ['broken YAML', 'resources: [\n', true, 1, /./]
  ]
  for (const [name, text, allowRemote, line, message] of cases) {
    test(`names ${name}`, (t) => {
      const { graph, listed } = graphOf(t, { root: text }, ['root/plain/a.yaml'])
      const [root] = graph.roots(listed)
      assert.ok(root)
      const errors = obstacleTo(root, graph.closure(root), allowRemote)
      assert.equal(errors.length, 1)
      assert.equal(errors[0]?.line, line)
      assert.match(errors[0]?.message ?? '', message)
    })
  }

  test('is none for what is allowed, and says which overlay is concerned', (t) => {
    const { graph, listed, root } = graphOf(t, {
      base: 'resources:\n- https://example.com/x.yaml\n',
      dev: 'resources: [../base]'
    })
    const [dev] = graph.roots(listed)
    assert.ok(dev)
    assert.deepEqual(obstacleTo(dev, graph.closure(dev), true), [])
    const [error] = obstacleTo(dev, graph.closure(dev), false)
    assert.equal(error?.file, join(root, 'base/kustomization.yaml'))
    assert.match(error?.message ?? '', /dev\/kustomization\.yaml needs it/)
  })
})
