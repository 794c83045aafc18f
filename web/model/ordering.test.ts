import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingWith, unknownFinding } from '../../src/report/finding.fixture.ts'
import { decodeFindings } from './findings.ts'
import { groupings, orderingOf } from './ordering.ts'
import { reportOf } from './report.fixture.ts'

const inNamespace = (namespace: string | null, name: string) => ({ apiVersion: 'v1', kind: 'Pod', namespace, name })

describe('orderingOf', () => {
  const findings = decodeFindings(
    reportOf([
      findingWith({
        control: 'image-tag-latest',
        severity: 'medium',
        resource: inNamespace('shop', 'a'),
        file: 'b.yaml',
        line: 9
      }),
      unknownFinding({ resource: inNamespace(null, 'b'), file: 'a.yaml' }),
      findingWith({
        control: 'root-user',
        severity: 'high',
        resource: inNamespace('rtf', 'c'),
        file: 'c.yaml',
        line: 3
      }),
      findingWith({
        control: 'root-user',
        severity: 'high',
        resource: inNamespace('rtf', 'c'),
        file: 'c.yaml',
        line: 1
      }),
      findingWith({ resource: inNamespace('shop', 'd'), file: 'b.yaml', line: 2 })
    ])
  )
  const titles = (grouping: (typeof groupings)[number]): string[] => {
    const { order, group, title } = orderingOf(findings, grouping)
    return [...new Set([...order].map((finding) => title(group[finding] ?? 0)))]
  }

  test('puts the worst first, then goes by file and line', () => {
    assert.deepEqual([...orderingOf(findings, 'severity').order], [4, 3, 2, 0, 1])
    assert.deepEqual(titles('severity'), ['Critical', 'High', 'Medium', 'Unknown'])
  })

  test('heads groups by what they have in common, the worst first', () => {
    assert.deepEqual(titles('namespace'), ['shop', 'rtf', '(none)'])
    assert.deepEqual(titles('object'), ['Pod shop/d', 'Pod rtf/c', 'Pod shop/a', 'Pod b'])
    assert.deepEqual(titles('file'), ['a.yaml', 'b.yaml', 'c.yaml'])
    assert.equal(titles('control')[0], 'Containers do not run privileged')
  })

  for (const grouping of groupings) {
    test(`by ${grouping}, has every finding once and every group in one piece`, () => {
      const { order, group } = orderingOf(findings, grouping)
      assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4])
      const groups = [...order].map((finding) => group[finding] ?? 0)
      const changes = groups.filter((own, index) => own !== groups[index - 1])
      assert.equal(changes.length, new Set(groups).size)
    })
  }

  test('of a report without findings, is empty', () => {
    const none = decodeFindings(reportOf([]))
    for (const grouping of groupings) assert.equal(orderingOf(none, grouping).order.length, 0)
  })
})
