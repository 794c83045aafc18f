import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { privilegedContainer } from '../../controls/pod/privileged-container.ts'
import type { Finding } from '../../scan/finding.ts'
import { exceptedFinding, findingWith, pageList, resultWith, unknownFinding, written } from '../finding.fixture.ts'
import { PolicyReport } from './policy-report.ts'

interface Written {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly summary: Readonly<Record<string, number>>
  readonly results: readonly Readonly<Record<string, unknown>>[]
}

const report = (dialect: 'openreports' | 'policyreport'): PolicyReport =>
  new PolicyReport(dialect, [privilegedContainer], pageList())

function items(findings: readonly Finding[], dialect: 'openreports' | 'policyreport' = 'openreports'): Written[] {
  const list = JSON.parse(written(report(dialect), findings))
  assert.deepEqual([list.apiVersion, list.kind], ['v1', 'List'])
  return list.items
}

const inNamespace = (namespace: string | null): Partial<Finding> => ({
  resource: { apiVersion: 'apps/v1', kind: 'Deployment', namespace, name: 'web' }
})

describe('OpenReports and PolicyReport', () => {
  test('a report, field by field', () => {
    assert.deepEqual(items([findingWith()])[1], {
      apiVersion: 'openreports.io/v1alpha1',
      kind: 'Report',
      source: 'bulwark',
      metadata: {
        name: 'bulwark',
        namespace: 'shop',
        labels: { 'app.kubernetes.io/managed-by': 'bulwark' },
        annotations: { 'bulwark.dev/frameworks': 'guide' }
      },
      summary: { pass: 0, fail: 1, warn: 0, error: 0, skip: 0 },
      results: [
        {
          source: 'bulwark',
          policy: 'privileged-container',
          rule: 'Containers do not run privileged',
          severity: 'critical',
          result: 'fail',
          scored: true,
          resources: [{ apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' }],
          message: 'container "app" runs privileged',
          properties: {
            fingerprint: '0123456789abcdef',
            path: 'spec.template.spec.containers[0].securityContext.privileged',
            file: 'k8s/web.yaml',
            line: '12',
            container: 'app',
            fix: 'breaking',
            frameworks: 'guide'
          }
        }
      ]
    })
  })

  test('every way in which a finding counts', () => {
    const findings = [
      findingWith({ status: 'pass' }),
      findingWith(),
      findingWith({ baseline: true }),
      unknownFinding(),
      exceptedFinding()
    ]
    const [, shop] = items(findings)
    assert.deepEqual(
      shop?.results.map(({ result, scored }) => [result, scored]),
      [
        ['pass', true],
        ['fail', true],
        ['warn', false],
        ['error', false],
        ['skip', false]
      ]
    )
    assert.deepEqual(shop?.summary, { pass: 1, fail: 1, warn: 1, error: 1, skip: 1 })
    assert.equal(shop?.results[3]?.message, 'pod cannot be judged: no such key: x')
    const { exceptionReason, exceptionOwner, exceptionExpires, exception } = Object(shop?.results[4]?.properties)
    assert.deepEqual(
      [exception, exceptionReason, exceptionOwner, exceptionExpires],
      ['legacy', 'needs a device', 'shop@example.com', '2027-03-31']
    )
  })

  test('one for what lies in no namespace, one for each namespace', () => {
    const node = { resource: { apiVersion: 'v1', kind: 'Node', namespace: null, name: 'n1' } }
    const live = { file: null, line: null, document: null, column: null }
    const custom = { resource: { apiVersion: 'x.example/v1', kind: 'Tenant', namespace: null, name: 't' }, ...live }
    const findings = [
      findingWith(inNamespace('b')),
      findingWith(inNamespace('a')),
      findingWith(inNamespace(null)),
      findingWith(node),
      findingWith(custom),
      findingWith(inNamespace('b')),
      findingWith(inNamespace('Not a namespace'))
    ]
    const shape = (dialect: 'openreports' | 'policyreport'): unknown[] =>
      items(findings, dialect).map(({ kind, metadata, results }) => [kind, metadata.namespace, results.length])
    assert.deepEqual(shape('openreports'), [
      ['ClusterReport', undefined, 2],
      ['Report', undefined, 2],
      ['Report', 'a', 1],
      ['Report', 'b', 2]
    ])
    assert.deepEqual(shape('policyreport'), [
      ['ClusterPolicyReport', undefined, 2],
      ['PolicyReport', undefined, 2],
      ['PolicyReport', 'a', 1],
      ['PolicyReport', 'b', 2]
    ])
  })

  test('nothing bad gives an empty report, which takes the place of an older one', () => {
    assert.deepEqual(
      items([]).map(({ kind, results, summary }) => [kind, results, summary]),
      [['ClusterReport', [], { pass: 0, fail: 0, warn: 0, error: 0, skip: 0 }]]
    )
  })

  test('what is too much for one object is several, whole', () => {
    const findings = Array.from({ length: 3000 }, (_, index) => findingWith({ fingerprint: `ü${index}` }))
    const [, ...parts] = items(findings)
    assert.deepEqual(
      parts.slice(0, 3).map(({ metadata }) => metadata.name),
      ['bulwark', 'bulwark-2', 'bulwark-3']
    )
    const prints = parts.flatMap(({ results }) => results.map(({ properties }) => Object(properties).fingerprint))
    assert.deepEqual(
      prints,
      findings.map(({ fingerprint }) => fingerprint)
    )
    for (const part of parts) {
      assert.ok(Buffer.byteLength(JSON.stringify(part)) < 250_000)
      assert.equal(part.summary.fail, part.results.length)
    }
  })

  test('texts that no API server takes are cut', () => {
    const [, first] = items([findingWith({ message: 'a'.repeat(2_000_000) })])
    assert.equal(String(first?.results[0]?.message).length, 2000)
  })

  test('what could not be read is a note', () => {
    const open = report('openreports')
    written(open, [], resultWith({ errors: [{ file: 'a.yaml', line: 7, column: 3, message: 'broken' }] }))
    assert.deepEqual(open.notes(), ['not read as it should be: 1\n  a.yaml:7:3  broken'])
  })
})
