import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findingWith } from '../../src/report/finding.fixture.ts'
import { decodeFindings } from './findings.ts'
import { reportOf } from './report.fixture.ts'
import { queryTerms, Search } from './search.ts'

describe('Search', () => {
  const findings = decodeFindings(
    reportOf([
      findingWith(),
      findingWith({
        control: 'root-user',
        severity: 'high',
        message: 'container "app" runs as user 0',
        file: 'k8s/Database.yaml',
        line: 7,
        path: 'spec.securityContext.runAsUser',
        resource: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'data', name: 'database' }
      })
    ])
  )
  const search = new Search(findings)
  const found = (query: string): number[] =>
    [...(search.matching(query) ?? [1, 1]).entries()].flatMap(([index, has]) => (has === 1 ? [index] : []))

  const queries: Readonly<Record<string, readonly number[]>> = {
    '': [0, 1],
    '   ': [0, 1],
    app: [0, 1],
    PRIVILEGED: [0],
    'runs app': [0, 1],
    '"runs as"': [1],
    '"runs app"': [],
    'root-user': [1],
    'statefulset data/database': [1],
    'database.yaml:7': [1],
    runasuser: [1],
    'user app elsewhere': [],
    '"unclosed phrase': [],
    '<script>': []
  }
  for (const [query, expected] of Object.entries(queries)) {
    test(`finds ${JSON.stringify(query)}`, () => assert.deepEqual(found(query), expected))
  }

  test('takes what is in quotes for one word', () => {
    assert.deepEqual(queryTerms('A "b C" d"e f" ""'), ['a', 'b c', 'd', 'e f'])
  })
})
