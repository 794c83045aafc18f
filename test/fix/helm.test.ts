import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { type Path, valueAt } from '../../src/estate/path.ts'
import { fixChart } from '../../src/fix/helm/fix-chart.ts'
import type { Outcome } from '../../src/fix/rendered/wish.ts'
import { readChart } from '../../src/sources/helm/chart.ts'
import { ChartCopy } from '../../src/sources/helm/chart-copy.ts'
import { readSources } from '../../src/sources/read.ts'
import { SourceTexts } from '../../src/sources/rendered/source-text.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import type { Change } from '../../src/yaml/edit/change.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { withTool } from '../sources/user-tools.ts'

const pod: Path = ['spec', 'template', 'spec']
const app: Path = [...pod, 'containers', 0]

describe('a chart', () => {
  test('as Helm makes it: each field is set by the value that becomes it', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const chart = createdChart(t)
    const outcome = fix(t, chart, 'Deployment', [
      [
        { path: [...app, 'securityContext', 'allowPrivilegeEscalation'], set: false },
        { path: [...app, 'securityContext', 'capabilities', 'drop'], set: ['ALL'] }
      ],
      [{ path: [...pod, 'securityContext', 'seccompProfile', 'type'], set: 'RuntimeDefault' }],
      [
        { path: [...app, 'securityContext', 'readOnlyRootFilesystem'], set: true },
        { path: [...pod, 'volumes', 0], set: { name: 'tmp', emptyDir: {} } },
        { path: [...app, 'volumeMounts', 0], set: { name: 'tmp', mountPath: '/tmp' } }
      ],
      [{ path: [...app, 'imagePullPolicy'], set: 'Always' }],
      [{ path: [...app, 'resources', 'limits', 'memory'], set: '256Mi' }]
    ])
    assert.deepEqual(outcome.refused, [])
    assert.deepEqual(
      [...outcome.files.keys()].map((file) => relative(chart, file)),
      ['values.yaml']
    )
    const [text = ''] = outcome.files.values()
    const [document] = parseYaml(text)
    const value = (...path: string[]): unknown => valueAt(document?.value, path)
    assert.deepEqual(value('podSecurityContext'), { seccompProfile: { type: 'RuntimeDefault' } })
    assert.deepEqual(value('securityContext'), {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true
    })
    assert.deepEqual(value('volumes'), [{ name: 'tmp', emptyDir: {} }])
    assert.deepEqual(value('volumeMounts'), [{ name: 'tmp', mountPath: '/tmp' }])
    assert.deepEqual([value('image', 'pullPolicy'), value('resources', 'limits', 'memory')], ['Always', '256Mi'])
    assert.match(text, /# fsGroup: 2000/)
  })

  test('what no value sets is left, and all of its wish with it', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const chart = createdChart(t)
    const outcome = fix(t, chart, 'Deployment', [
      [
        { path: [...app, 'securityContext', 'readOnlyRootFilesystem'], set: true },
        { path: [...pod, 'hostPID'], set: false }
      ]
    ])
    assert.equal(outcome.files.size, 0)
    assert.match(outcome.refused[0]?.reason ?? '', /no value of the chart sets this field alone/)
  })

  test('a value that other objects see too is set only where they are wished the same', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const template = (name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: app
      image: registry.example/web:1
      securityContext: {{ toJson .Values.both.securityContext }}
`
    const chart = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: two\nversion: 1.0.0\n',
      'values.yaml': 'both:\n  securityContext: {} # for both\n',
      'templates/one.yaml': template('one'),
      'templates/two.yaml': template('two')
    })
    const change: Change = { path: ['spec', 'containers', 0, 'securityContext', 'privileged'], set: false }
    assert.equal(fix(t, chart, 'Pod', [[change]]).done.length, 0)
    const both = fix(t, chart, 'Pod', [[change]], () => true)
    assert.equal(both.done.length, 2)
    assert.match([...both.files.values()].join(), /^both:\n {2}securityContext:.*privileged: false/s)
  })

  test('a container that stands among the values is changed there', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const chart = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: sides\nversion: 1.0.0\n',
      'values.yaml':
        'extraContainers:\n  - name: logs\n    image: registry.example/logs:1 # ours\n  - name: proxy\n    image: registry.example/proxy:1\n',
      'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: one
spec:
  containers:
    - name: app
      image: registry.example/web:1
    {{- toYaml .Values.extraContainers | nindent 4 }}
`
    })
    const change: Change = { path: ['spec', 'containers', 2, 'securityContext', 'privileged'], set: false }
    const [text] = fix(t, chart, 'Pod', [[change]]).files.values()
    assert.equal(
      text,
      'extraContainers:\n  - name: logs\n    image: registry.example/logs:1 # ours\n  - name: proxy\n    image: registry.example/proxy:1\n    securityContext:\n      privileged: false\n'
    )
  })

  test('a mapping that is switched off is switched on', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const chart = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: switched\nversion: 1.0.0\n',
      'values.yaml': 'containerSecurityContext:\n  enabled: false\n  privileged: false\n',
      'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: one
spec:
  containers:
    - name: app
      image: registry.example/web:1
      {{- if .Values.containerSecurityContext.enabled }}
      securityContext: {{- omit .Values.containerSecurityContext "enabled" | toYaml | nindent 8 }}
      {{- end }}
`
    })
    const [text] = fix(t, chart, 'Pod', [
      [{ path: ['spec', 'containers', 0, 'securityContext', 'privileged'], set: false }]
    ]).files.values()
    assert.equal(text, 'containerSecurityContext:\n  enabled: true\n  privileged: false\n')
  })

  test('a subchart is set from its parent, by the file of values that wins', async (t) => {
    if (!(await withTool(t, 'helm'))) return
    const chart = tempTree(t, {
      'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'charts/cache/Chart.yaml': 'apiVersion: v2\nname: cache\nversion: 1.0.0\n',
      'charts/cache/values.yaml': 'hostNetwork: true\n',
      'charts/cache/templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: cache
spec:
  hostNetwork: {{ .Values.hostNetwork }}
  containers:
    - name: app
      image: registry.example/cache:1
`,
      'live.yaml': '# Live.\ncache:\n  replicas: 2\n'
    })
    const change: Change = { path: ['spec', 'hostNetwork'], set: false }
    const outcome = fix(t, chart, 'Pod', [[change]], undefined, { values: [join(chart, 'live.yaml')] })
    assert.deepEqual(
      [...outcome.files].map(([file, text]) => [relative(chart, file), text]),
      [['live.yaml', '# Live.\ncache:\n  replicas: 2\n  hostNetwork: false\n']]
    )
  })
})

/** The chart that `helm create` writes, with comments in what was empty. */
function createdChart(t: TestContext): string {
  const folder = tempTree(t, {})
  assert.equal(spawnSync('helm', ['create', join(folder, 'web')]).status, 0)
  const file = join(folder, 'web/values.yaml')
  assert.ok(existsSync(file))
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  return join(folder, 'web')
}

function fix(
  t: TestContext,
  folder: string,
  kind: string,
  wishes: readonly (readonly Change[])[],
  all: () => boolean = () => false,
  options = {}
): Outcome {
  const [unit] = readSources([folder], options)
  const chart = readChart(folder, new SourceTexts())
  assert.ok(unit !== undefined && 'name' in chart)
  const resources = unit.resources.filter((each) => each.kind === kind)
  const copy = new ChartCopy(folder, chart, options)
  t.after(() => copy.remove())
  return fixChart(
    {
      valuesFiles: copy.valuesFiles,
      read: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null),
      templates: copy.templates(),
      subcharts: copy.subcharts(),
      render: (files) => copy.render(files)
    },
    (all() ? resources : resources.slice(0, 1)).flatMap((resource) => wishes.map((changes) => ({ resource, changes })))
  )
}
