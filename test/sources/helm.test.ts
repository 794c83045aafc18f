import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { identities, positions, readAll } from './reading.ts'
import { withScripts, withTool } from './user-tools.ts'

const chart = join(import.meta.dirname, '../data/helm/web')

describe('Helm', () => {
  test('renders a chart with its subcharts, definitions and hooks, and reads no template by itself', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const reading = readAll([chart])
    assert.deepEqual([reading.errors, reading.skipped], [[], []])
    assert.deepEqual(identities(reading), [
      'CustomResourceDefinition things.example.com',
      'Deployment web',
      'Pod web-cache',
      'Pod web-ping',
      'ServiceAccount web'
    ])
  })

  test('traces each field to its template', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const reading = readAll([chart])
    const spec = ['spec', 'template', 'spec']
    const at = (which: string, ...paths: (string | number)[][]) =>
      Object.values(positions(reading, which, paths, chart))
    assert.deepEqual(
      at(
        'Deployment web',
        [...spec, 'hostNetwork'],
        [...spec, 'containers', 1, 'image'],
        [...spec, 'containers', 2, 'image'],
        [...spec, 'containers', 2, 'securityContext', 'privileged'],
        [...spec, 'volumes', 0, 'hostPath', 'path'],
        [...spec, 'hostPID']
      ),
      [
        'templates/deployment.yaml:22:20 exact',
        'templates/deployment.yaml:26:18 exact',
        'templates/deployment.yaml:29:18 exact',
        'templates/deployment.yaml:30:11 parent',
        'templates/deployment.yaml:40:19 exact',
        'templates/deployment.yaml:21:5 parent'
      ]
    )
    assert.deepEqual(at('Pod web-cache', ['spec', 'containers', 0, 'image']), [
      'charts/cache/templates/pod.yaml:8:14 exact'
    ])
    assert.deepEqual(at('CustomResourceDefinition things.example.com', ['spec', 'scope']), [
      'crds/things.yaml:7:10 exact'
    ])
  })

  test('takes values and a release name', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const values = join(tempTree(t, { 'values.yaml': 'securityContext: {privileged: false}\n' }), 'values.yaml')
    const reading = readAll([chart], {
      values: [values],
      set: ['image=other:1', 'persistence=true'],
      release: 'shop',
      kubeVersion: '1.31'
    })
    const deployment = reading.read.find(({ resource }) => resource.kind === 'Deployment')?.resource
    assert.equal(deployment?.name, 'shop')
    assert.match(JSON.stringify(deployment?.object), /"image":"other:1","name":"app"|"name":"app","image":"other:1"/)
    assert.match(JSON.stringify(deployment?.object), /"privileged":false/)
    assert.match(JSON.stringify(deployment?.object), /persistentVolumeClaim/)
  })

  test('a chart that needs values is one error; its plain manifests are read, its templates are not', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const root = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: needy\nversion: 1.0.0\n',
      'values.yaml': 'a: 1\n',
      'templates/a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ required "name the pod" .Values.pod }}\n',
      'templates/plain.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: plain}\n',
      'extra/b.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: loose}\n'
    })
    const reading = readAll([root])
    assert.deepEqual(
      reading.errors.map(({ file }) => file),
      [join(root, 'Chart.yaml')]
    )
    assert.match(reading.errors[0]?.message ?? '', /not rendered.*name the pod/)
    assert.deepEqual(identities(reading), ['Service loose', 'ServiceAccount plain'])
    assert.deepEqual(
      reading.skipped.map(({ file }) => file.slice(root.length + 1)),
      ['Chart.yaml', 'templates/a.yaml', 'values.yaml']
    )
  })

  test('a library chart has nothing to render', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const root = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: parts\nversion: 1.0.0\ntype: library\n',
      'templates/_a.yaml': '{{ define "a" }}x: 1{{ end }}\n'
    })
    const { errors, skipped } = readAll([root])
    assert.deepEqual(errors, [])
    assert.ok(skipped.every(({ reason }) => reason.includes('library')))
  })

  test('what it renders wrongly is an error at the template', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const root = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: odd\nversion: 1.0.0\n',
      'templates/a.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  containers:\n    - {{ .Release.Name }}\n'
    })
    const { errors } = readAll([root])
    assert.deepEqual(
      errors.map(({ file, line, message }) => [file, line, message]),
      [[join(root, 'templates/a.yaml'), 7, 'a container must be an object']]
    )
  })

  test('traces to the branch that was taken, and to no element that only looks alike', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const folder = join(import.meta.dirname, '../data/helm/branches')
    const containers = ['spec', 'template', 'spec', 'containers']
    const privileged = (index: number) => [...containers, index, 'securityContext', 'privileged']
    for (const [set, kind, line] of [
      [[], 'Deployment', 18],
      [['privileged=false', 'stateful=true'], 'StatefulSet', 20]
    ] as const) {
      const reading = readAll([folder], { set })
      const at = positions(reading, `${kind} branches`, [privileged(0), privileged(1), ['kind']], folder)
      assert.deepEqual(Object.values(at), [
        `templates/app.yaml:${line}:25 exact`,
        'templates/app.yaml:12:7 parent',
        `templates/app.yaml:${kind === 'StatefulSet' ? 3 : 5}:7 exact`
      ])
      const pid = ['spec', 'hostPID']
      const [readable] = Object.values(positions(reading, 'Pod readable', [pid], folder))
      const [unreadable] = Object.values(positions(reading, 'Pod unreadable', [pid], folder))
      assert.deepEqual([readable, unreadable], ['templates/two.yaml:14:12 exact', 'templates/two.yaml:1:1 parent'])
    }
  })

  test('what cannot be an object is an error at the template, once for a loop', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const root = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: odd\nversion: 1.0.0\n',
      'templates/kind.yaml': '# A comment\napiVersion: v1\nmetadata: {name: {{ .Release.Name }}}\n',
      'templates/twice.yaml': `{{- range tuple "a" "b" }}
apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data:
  a: "1"
  a: {{ . | quote }}
---
{{- end }}
`,
      'templates/values.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: d\n  {{- toYaml (dict "a" 1) | nindent 2 }}\n  {{- toYaml (dict "a" 1) | nindent 2 }}\n'
    })
    const { errors } = readAll([root])
    assert.deepEqual(
      errors.map(({ file, line, message }) => [file.slice(root.length + 1), line, message.replace(/\..*/, '')]),
      [
        ['templates/twice.yaml', 7, 'the key "a" is set again: it stands on line 6 already'],
        [
          'templates/values.yaml',
          null,
          'what was rendered from this is not valid (line 26 of all that was rendered): the key "a" is set again: it stands on line 25 already'
        ],
        ['templates/kind.yaml', 2, 'kind is missing: write the kind of this v1 object']
      ]
    )
  })

  test('without helm a chart is one error', (t) => {
    withScripts(t, {})
    const { errors, read } = readAll([chart])
    assert.equal(errors.length, 1)
    assert.match(errors[0]?.message ?? '', /helm is not installed/)
    assert.deepEqual(
      read.map(({ resource }) => resource.name),
      ['things.example.com']
    )
  })

  test('hands over values as arguments and keeps plug-ins and the network away', (t) => {
    const folder = withScripts(t, { helm: 'printf "%s\\n" "$@" "$HELM_NO_PLUGINS" "$https_proxy" > "$0.log"' })
    readAll([chart], { values: ['a b.yaml'], set: ['x=$(touch y)'], release: 'shop' })
    assert.deepEqual(readFileSync(`${folder}/helm.log`, 'utf8').trim().split('\n'), [
      'template',
      'shop',
      chart,
      '--include-crds',
      '--namespace=default',
      '--values=a b.yaml',
      '--set=x=$(touch y)',
      '1',
      'http://127.0.0.1:9'
    ])
  })

  test('a release name is no way to smuggle in an option', (t) => {
    const folder = withScripts(t, { helm: 'echo ran > "$0.ran"' })
    const { errors } = readAll([chart], { release: '--post-renderer=x' })
    assert.match(errors[0]?.message ?? '', /"--post-renderer=x" cannot be a release name/)
    assert.deepEqual(readdirSync(folder), ['helm'])
  })

  test('--render never runs nothing', (t) => {
    const folder = withScripts(t, { helm: 'echo ran > "$0.ran"' })
    const { errors, skipped } = readAll([chart], { render: 'never' })
    assert.deepEqual(readdirSync(folder), ['helm'])
    assert.deepEqual(errors, [])
    assert.ok(skipped.some(({ reason }) => reason === 'a Helm template, not rendered: rendering is off'))
  })
})
