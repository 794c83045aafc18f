import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatPath } from '../../estate/path.ts'
import { inflatesCharts, referencesOf } from './references.ts'

test('referencesOf finds every file that a kustomization names', () => {
  const kustomization = {
    resources: ['../base', 'a.yaml'],
    components: ['../c'],
    bases: ['../old'],
    patchesStrategicMerge: ['p.yaml', 'apiVersion: v1\nkind: Pod\n'],
    patches: [{ path: 'q.yaml' }, { patch: '- op: remove\n  path: /x\n' }, 'nonsense'],
    patchesJson6902: [{ path: 'j.json', target: {} }],
    replacements: [{ path: 'r.yaml' }, { source: {} }],
    generators: ['g.yaml'],
    transformers: ['t.yaml', 'apiVersion: builtin\nkind: X\n'],
    crds: ['crd.json'],
    configMapGenerator: [
      { name: 'c', files: ['key=f.yaml', 'g.txt'], envs: ['e.env'], env: 'old.env', literals: ['a=b'] }
    ],
    secretGenerator: [{ name: 's', files: ['tls.key'] }],
    openapi: { path: 'schema.json' },
    helmCharts: [{ name: 'x', valuesFile: 'v.yaml' }],
    images: [{ name: 'nginx', newTag: '1' }]
  }
  assert.deepEqual(
    referencesOf(kustomization).map(({ role, entry, path }) => `${role} ${entry} ${formatPath(path)}`),
    [
      'base ../base resources[0]',
      'base a.yaml resources[1]',
      'base ../old bases[0]',
      'base ../c components[0]',
      'patch p.yaml patchesStrategicMerge[0]',
      'patch q.yaml patches[0].path',
      'patch j.json patchesJson6902[0].path',
      'patch r.yaml replacements[0].path',
      'patch g.yaml generators[0]',
      'patch t.yaml transformers[0]',
      'input crd.json crds[0]',
      'input old.env configMapGenerator[0].env',
      'input f.yaml configMapGenerator[0].files[0]',
      'input g.txt configMapGenerator[0].files[1]',
      'input e.env configMapGenerator[0].envs[0]',
      'input tls.key secretGenerator[0].files[0]',
      'input v.yaml helmCharts[0].valuesFile',
      'input schema.json openapi.path'
    ]
  )
  assert.equal(inflatesCharts(kustomization), true)
  assert.equal(inflatesCharts({ resources: [] }), false)
})

test('referencesOf takes fields of the wrong type for empty', () => {
  assert.deepEqual(referencesOf({ resources: 'a.yaml', patches: {}, configMapGenerator: [null], openapi: [] }), [])
})
