import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { corpusFolder } from '../corpus.ts'
import { bulwark } from './bulwark.ts'
import { faults, goodPod } from './manifests.ts'
import { type Finding, type Report, scan } from './report.ts'

const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      initContainers:
        - name: prepare
          securityContext: {privileged: y}
        - name: proxy
          restartPolicy: Always
          securityContext: {privileged: on}
      containers:
        - name: app
          securityContext:
            privileged: true
      ephemeralContainers:
        - securityContext:
            privileged: true
`

const byCodeUnit = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

function inOrder(a: Finding, b: Finding): number {
  return (
    byCodeUnit(a.file ?? '', b.file ?? '') ||
    (a.document ?? 0) - (b.document ?? 0) ||
    byCodeUnit(a.path, b.path) ||
    byCodeUnit(a.control, b.control)
  )
}

function assertConsistent({ summary, findings }: Report): void {
  assert.deepEqual(findings.map(inOrderKey), findings.toSorted(inOrder).map(inOrderKey))
  const count = (status: string): number => findings.filter((finding) => finding.status === status).length
  assert.equal(summary.status.fail, count('fail'))
  assert.equal(summary.status.unknown, count('unknown'))
  for (const [severity, number] of Object.entries(summary.findings)) {
    assert.equal(findings.filter((each) => each.status === 'fail' && each.severity === severity).length, number)
  }
  const fingerprints = new Set(findings.map(({ fingerprint, file, document }) => `${file}#${document} ${fingerprint}`))
  assert.equal(fingerprints.size, findings.length)
}

const inOrderKey = ({ file, document, path, control }: Finding): string => `${file} ${document} ${path} ${control}`

describe('scan -o json', () => {
  test('a finding, field by field', (t) => {
    const root = tempTree(t, { 'k8s/a.yaml': `# a Pod\n${faults.high}` })
    const report = scan(['k8s'], { cwd: root })
    const { maps, fingerprint, ...finding } = report.findings[0] ?? assert.fail('no finding')
    assert.deepEqual(finding, {
      control: 'host-pid',
      severity: 'high',
      status: 'fail',
      resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'high' },
      container: null,
      file: 'k8s/a.yaml',
      document: 0,
      line: 11,
      column: 12,
      located: 'exact',
      path: 'spec.hostPID',
      message: 'pod shares the process namespace of its node',
      fix: 'breaking',
      fails: ['guide', 'pss-restricted@1.37'],
      exception: null
    })
    assert.match(fingerprint, /^[0-9a-f]{16}$/)
    assert.deepEqual(maps.pss, ['hostNamespaces'])
    assert.deepEqual(maps.cis, ['5.2.3'])
    const { findings, status, ...rest } = report
    const { pass = 0, notApplicable = 0 } = rest.summary.status
    assert.equal(pass + 1 + notApplicable, rest.summary.controls)
    assert.ok(pass > 30)
    assert.equal(findings.length, 1)
    assert.deepEqual(rest, {
      schemaVersion: 1,
      frameworks: ['guide', 'pss-restricted@1.37'],
      summary: {
        files: 1,
        resources: 1,
        controls: rest.summary.controls,
        status: { pass, fail: 1, unknown: 0, excepted: 0, notApplicable },
        findings: { critical: 0, high: 1, medium: 0, low: 0 }
      },
      skipped: [],
      errors: [],
      unread: []
    })
    assert.deepEqual(Object.keys(report).slice(0, 7), [
      'schemaVersion',
      'frameworks',
      'summary',
      'findings',
      'skipped',
      'errors',
      'unread'
    ])
  })

  test('containers of every kind, and no namespace', () => {
    const { findings } = scan(['-', '--control', 'privileged-container'], { input: workload })
    assert.deepEqual(
      findings.map(({ container, path, message, line }) => ({ container, path, message, line })),
      [
        ['containers[0]', 'app', 'container', 'container "app"', 17],
        ['ephemeralContainers[0]', null, 'ephemeral', 'ephemeral container 0', 20],
        ['initContainers[0]', 'prepare', 'init', 'init container "prepare"', 10],
        ['initContainers[1]', 'proxy', 'init', 'sidecar container "proxy"', 13]
      ].map(([place, name, type, where, line]) => ({
        container: { name, type },
        path: `spec.template.spec.${place}.securityContext.privileged`,
        message: `${where} runs privileged`,
        line
      }))
    )
    assert.ok(findings.every(({ resource, file }) => resource.namespace === null && file === '-'))
  })

  test('a field that is not there is located at the key of the nearest one that is', () => {
    const { findings } = scan(['-'], { input: workload.replace(/ +securityContext:\n +privileged: true\n/g, '') })
    const at = (control: string): unknown => {
      const finding = findings.find((each) => each.control === control && each.container?.name === 'app')
      return finding && [finding.path, finding.line, finding.column, finding.located]
    }
    assert.deepEqual(at('cpu-limit'), ['spec.template.spec.containers[0].resources.limits.cpu', 15, 11, 'parent'])
    const token = findings.find(({ control }) => control === 'service-account-token')
    assert.deepEqual([token?.line, token?.column, token?.located], [7, 5, 'parent'])
  })

  test('items of a List, whose paths name them', () => {
    const indented = (text: string): string => text.trimEnd().replaceAll('\n', '\n    ')
    const items = Array.from({ length: 12 }, (_, index) => goodPod(`p${index}`, '  hostPID: true\n'))
    const input = `a: 1\n---\napiVersion: v1\nkind: List\nitems:\n${items.map((item) => `  - ${indented(item)}\n`).join('')}`
    const report = scan(['-', '--control', 'host-pid'], { input })
    assert.deepEqual(
      report.findings.map(({ path, document, resource }) => [path, document, resource.name]),
      [0, 10, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => [`items[${index}].spec.hostPID`, 1, `p${index}`])
    )
    assert.deepEqual(report.skipped, [{ file: '-', document: 0, reason: 'not a Kubernetes object' }])
    const [first] = report.findings
    assert.deepEqual([first?.line, first?.column, first?.located], [15, 16, 'exact'])
  })

  test('documents are counted from 0, files sorted by code unit', (t) => {
    const two = `---\n# nothing\n---\n${faults.high}---\n${faults.high.replace('name: high', 'name: again')}`
    const root = tempTree(t, { 'b.yaml': two, 'B.yaml': two, 'a/z.yaml': two, 'a.yaml': two, 'é.json': '{}' })
    const lines = two.split('\n')
    const report = scan(['.', '--control', 'host-pid'], { cwd: root })
    assertConsistent(report)
    assert.deepEqual([...new Set(report.findings.map(({ file }) => file))], ['B.yaml', 'a.yaml', 'a/z.yaml', 'b.yaml'])
    assert.deepEqual(
      report.findings.slice(0, 2).map(({ document, line, resource }) => [document, line, resource.name]),
      [
        [1, lines.indexOf('  hostPID: true') + 1, 'high'],
        [2, lines.lastIndexOf('  hostPID: true') + 1, 'again']
      ]
    )
  })

  test('the same input gives the same bytes', (t) => {
    const root = tempTree(t, { 'a.yaml': workload, 'b.yaml': 'a: [', 'c.yaml': '', 'd/e.yaml': faults.medium })
    const run = (): string => bulwark(['scan', '.', '-o', 'json', '--show-passed'], { cwd: root }).stdout
    assert.equal(run(), run())
  })

  test('fingerprints hold when lines move and tell equal items apart', () => {
    const twice = workload.replace('name: proxy', 'name: prepare')
    const prints = (input: string): string[] =>
      scan(['-', '--control', 'privileged-container'], { input }).findings.map(({ fingerprint }) => fingerprint)
    assert.deepEqual(prints(`# moved\n\n${workload}`), prints(workload))
    assert.equal(new Set(prints(twice)).size, 4)
  })

  test('what only the whole estate can tell stands in its place among the findings of its file', (t) => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n'
    const root = tempTree(t, { 'a.yaml': `${faults.high}---\n${namespace}---\n${faults.high}`, 'b.yaml': faults.high })
    const { findings } = scan(['.', '--control', 'host-pid', '--control', 'resource-quota'], { cwd: root })
    assert.deepEqual(
      findings.map(({ file, document, control, line }) => `${file} ${document} ${line} ${control}`),
      ['a.yaml 0 10 host-pid', 'a.yaml 1 29 resource-quota', 'a.yaml 2 43 host-pid', 'b.yaml 0 10 host-pid']
    )
  })

  test('passes are listed with --show-passed alone', () => {
    const args = ['-', '--control', 'host-pid', '--control', 'host-ipc']
    assert.deepEqual(
      scan([...args, '--show-passed'], { input: faults.high }).findings.map(({ control, status }) => [control, status]),
      [
        ['host-ipc', 'pass'],
        ['host-pid', 'fail']
      ]
    )
    const { findings, summary } = scan(args, { input: faults.high })
    assert.deepEqual(findings.length, 1)
    assert.equal(summary.status.pass, 1)
  })

  test('real manifests: ordered, counted and unique', (t) => {
    const corpus = corpusFolder()
    if (corpus === null) return t.skip('no folder of real manifests: set BULWARK_CORPUS')
    assertConsistent(scan([corpus]))
  })
})
