import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { privilegedContainer } from '../../controls/pod/privileged-container.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { exceptedFinding, findingWith, pageList, resultWith, unknownFinding, written } from '../finding.fixture.ts'
import { SarifReport } from './sarif.ts'

const line = '            privileged: true'

function runOf(findings: readonly Finding[], result: ScanResult = resultWith()) {
  const setting = {
    version: '1.2.3',
    controls: [privilegedContainer],
    folders: { current: '/repo', root: '/repo' },
    textOf: (): string => `${line}\n`.repeat(20)
  }
  const { runs } = JSON.parse(written(new SarifReport(setting, pageList()), findings, result))
  assert.equal(runs.length, 1)
  return runs[0]
}

describe('SARIF', () => {
  test('a result, field by field', () => {
    const { results, columnKind, tool } = runOf([findingWith()])
    assert.deepEqual(results, [
      {
        ruleId: 'privileged-container',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'container "app" runs privileged (Deployment shop/web)' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'k8s/web.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 12, startColumn: 21, endLine: 12, endColumn: line.length + 1 }
            },
            logicalLocations: [
              { name: 'app', fullyQualifiedName: 'apps/v1/Deployment/shop/web/container/app', kind: 'container' }
            ]
          }
        ],
        partialFingerprints: { primaryLocationLineHash: '0123456789abcdef:1' },
        properties: {
          path: 'spec.template.spec.containers[0].securityContext.privileged',
          fix: 'breaking',
          fails: ['guide']
        }
      }
    ])
    assert.equal(columnKind, 'utf16CodeUnits')
    assert.deepEqual([tool.driver.name, tool.driver.semanticVersion], ['Bulwark', '1.2.3'])
  })

  test('a rule, field by field', () => {
    const { why, remedy, title } = privilegedContainer
    const [rule] = runOf([]).tool.driver.rules
    const { maps, tags, ...properties } = rule.properties
    const asked = rule.help.text.split('\n\n')[2]
    assert.match(asked, /^Asked for by guide .*; nsa 1\.8; cis 5\.2\.2; pss privileged; /)
    assert.deepEqual(
      { ...rule, properties },
      {
        id: 'privileged-container',
        name: 'PrivilegedContainer',
        shortDescription: { text: title },
        fullDescription: { text: why },
        help: {
          text: `${why}\n\n${remedy}\n\n${asked}`,
          markdown: `**${title}**\n\n${why}\n\n**What to do:** ${remedy}\n\n${asked}`
        },
        defaultConfiguration: { level: 'error' },
        properties: { precision: 'high', 'security-severity': '9.5' }
      }
    )
    assert.deepEqual(tags.slice(0, 5), ['security', 'kubernetes', 'cis:5.2.2', 'nsa:1.8', 'pss:privileged'])
    assert.deepEqual(maps.cis, ['5.2.2'])
  })

  test('an exception suppresses, with who and until when', () => {
    const [result] = runOf([exceptedFinding()]).results
    assert.deepEqual(result.suppressions, [
      {
        kind: 'external',
        status: 'accepted',
        justification: 'needs a device (shop@example.com, until 2027-03-31)',
        properties: { exception: 'legacy' }
      }
    ])
    assert.deepEqual([result.kind, result.level], [undefined, 'error'])
    const exception = { id: 'annotation', reason: 'a', owner: 'b', expires: '2027-03-31' }
    assert.equal(runOf([exceptedFinding({ exception })]).results[0].suppressions[0].kind, 'inSource')
  })

  test('what the baseline knows is unchanged', () => {
    const states = runOf([findingWith(), findingWith({ baseline: true })]).results
    assert.deepEqual(
      states.map((each: { baselineState?: string }) => each.baselineState),
      [undefined, 'unchanged']
    )
  })

  test('an unknown verdict is open, a pass is a pass, and neither has a level', () => {
    const { results } = runOf([findingWith({ status: 'pass' }), unknownFinding()])
    assert.deepEqual(
      results.map((each: { kind: string; level: string }) => [each.kind, each.level]),
      [
        ['open', 'none'],
        ['pass', 'none']
      ]
    )
    assert.equal(results[0].message.text, 'pod cannot be judged: no such key: x (Deployment shop/web)')
  })

  test('order: failures, unknown, known from the baseline, exceptions, each by severity, then by file', () => {
    const findings = [
      exceptedFinding({ fingerprint: '7' }),
      findingWith({ baseline: true, fingerprint: '6' }),
      unknownFinding({ severity: 'low', fingerprint: '5' }),
      unknownFinding({ fingerprint: '4' }),
      findingWith({ severity: 'low', fingerprint: '3' }),
      findingWith({ file: 'b.yaml', fingerprint: '2' }),
      findingWith({ file: 'a.yaml', fingerprint: '1' })
    ]
    const prints = runOf(findings).results.map(
      (each: { partialFingerprints: Record<string, string> }) => each.partialFingerprints.primaryLocationLineHash
    )
    assert.deepEqual(prints, ['1:1', '2:1', '3:1', '4:1', '5:1', '6:1', '7:1'])
  })

  test('a control that nothing is known of has a rule all the same', () => {
    const { results, tool } = runOf([findingWith({ control: 'own-control', severity: 'low' })])
    assert.equal(results[0].ruleIndex, 1)
    assert.deepEqual(
      [tool.driver.rules[1].id, tool.driver.rules[1].defaultConfiguration],
      ['own-control', { level: 'note' }]
    )
  })

  test('a live object has an address in its cluster and no region', () => {
    const live = { file: null, document: null, line: null, column: null, located: null, container: null }
    const [{ locations }] = runOf([findingWith(live)]).results
    assert.deepEqual(locations[0], {
      physicalLocation: { artifactLocation: { uri: 'apps/v1/shop/Deployment/web', uriBaseId: 'CLUSTER' } },
      logicalLocations: [{ name: 'web', fullyQualifiedName: 'apps/v1/Deployment/shop/web', kind: 'resource' }]
    })
  })

  test('everything that was not judged is a notification', () => {
    const result = resultWith({
      errors: [{ file: 'a b.yaml', line: 7, column: null, message: 'broken' }],
      skipped: [{ file: 'values.yaml', document: 1, reason: 'not a Kubernetes object', named: true }],
      unread: [{ kind: 'Secret', group: '', namespace: 'shop', reason: 'not allowed' }]
    })
    const [invocation] = runOf([], result).invocations
    const place = (uri: string): object => ({ artifactLocation: { uri, uriBaseId: '%SRCROOT%' } })
    assert.deepEqual(invocation, {
      executionSuccessful: true,
      exitCode: 1,
      exitCodeDescription: 'findings at or above --fail-on',
      toolExecutionNotifications: [
        {
          descriptor: { id: 'unreadable-input', index: 0 },
          level: 'error',
          message: { text: 'broken' },
          locations: [{ physicalLocation: { ...place('a%20b.yaml'), region: { startLine: 7 } } }]
        },
        {
          descriptor: { id: 'unread-cluster', index: 1 },
          level: 'warning',
          message: { text: 'Secret in shop: not allowed' }
        },
        {
          descriptor: { id: 'skipped-document', index: 2 },
          level: 'error',
          message: { text: 'document 1: not a Kubernetes object' },
          locations: [{ physicalLocation: place('values.yaml') }]
        }
      ]
    })
  })
})
