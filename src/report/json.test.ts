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

test('live objects by kind, namespace and name, before files, whatever the order in which they were read and judged', () => {
  const live = (kind: string, namespace: string | null, name: string | null, path: string, control = 'c'): Finding =>
    findingWith({
      ...{ file: null, document: null, line: null, column: null, located: null, path, control },
      resource: { apiVersion: 'v1', kind, namespace, name }
    })
  const inOrder = [
    live('ConfigMap', 'a-b', 'x', 'data'),
    live('Namespace', null, null, ''),
    live('Namespace', null, 'a', 'metadata', 'b'),
    live('Namespace', null, 'a', 'metadata', 'c'),
    live('Pod', 'a', 'a"b', 'spec'),
    live('Pod', 'a', 'x', 'spec.a'),
    live('Pod', 'a', 'x', 'spec.b'),
    live('Pod', 'a-b', 'a', 'spec')
  ]
  const [config, none, early, late, odd, first, second, other] = inOrder
  const read = [none, late, odd, second, other, findingWith(), config, first, early]
  const report: { findings: Finding[] } = JSON.parse(
    written(
      new JsonReport(pageList()),
      read.flatMap((one) => one ?? [])
    )
  )
  const placeOf = ({ resource: { kind, namespace, name }, path, control }: Finding): string[] => [
    kind,
    namespace ?? '',
    name ?? '',
    path,
    control
  ]
  assert.deepEqual(report.findings.map(placeOf), [...inOrder, findingWith()].map(placeOf))
})
