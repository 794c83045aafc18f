import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '../scan/finding.ts'
import { findingWith, pageList, written } from './finding.fixture.ts'
import { JsonReport } from './json.ts'

test('a report beyond memory, of a file to which the whole estate added findings', () => {
  const message = 'x'.repeat(10_000)
  const findings = (file: string, from: number): Finding[] =>
    Array.from({ length: 300 }, (_, index) => findingWith({ file, message, path: `p${1000 + from + index * 2}` }))
  const all = [...findings('a.yaml', 0), ...findings('b.yaml', 0), ...findings('a.yaml', 1)]
  const report: { findings: Finding[] } = JSON.parse(written(new JsonReport(pageList()), all))
  const placeOf = ({ file, path }: Finding): string => `${file} ${path}`
  assert.deepEqual(report.findings.map(placeOf), all.map(placeOf).toSorted())
})
