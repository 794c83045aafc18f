import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exceptedFinding, findingWith } from '../../src/report/finding.fixture.ts'
import type { Finding } from '../../src/scan/finding.ts'
import { type Facet, type FacetKey, facetsOf } from './facets.ts'
import { filterFindings, type Selection } from './filter.ts'
import { decodeFindings, type Findings, severities } from './findings.ts'
import { orderingOf } from './ordering.ts'
import { reportOf } from './report.fixture.ts'
import { Search } from './search.ts'

const controls = ['privileged-container', 'root-user', 'image-tag-latest'] as const
const frameworks = ['guide', 'pss-restricted@1.37'] as const

const finding = fc
  .record({
    control: fc.integer({ min: 0, max: 2 }),
    namespace: fc.constantFrom(null, 'shop', 'rtf'),
    kind: fc.constantFrom('Deployment', 'Job'),
    file: fc.constantFrom('a.yaml', 'b.yaml', null),
    status: fc.constantFrom('fail', 'unknown', 'excepted', 'pass'),
    fails: fc.subarray([...frameworks])
  })
  .map(({ control, namespace, kind, file, status, fails }): Finding => {
    const base = status === 'excepted' ? exceptedFinding() : findingWith({ status: status as Finding['status'] })
    const severity = severities[control] ?? 'low'
    const resource = { apiVersion: 'v1', kind, namespace, name: 'web' }
    return { ...base, control: controls[control] ?? '', severity, resource, file, fails }
  })

const chosen = <Value extends string>(...values: Value[]) =>
  fc.option(fc.subarray(values, { minLength: 1 }), { nil: [] })
const selection = fc.record({
  severity: chosen('critical', 'high', 'medium'),
  status: chosen('fail', 'unknown', 'excepted', 'pass'),
  namespace: chosen('(none)', 'shop', 'rtf'),
  kind: chosen('Deployment', 'Job'),
  control: chosen(...controls),
  framework: chosen(...frameworks),
  file: chosen('a.yaml', '(live)')
})

/** What a finding has of a facet. */
function valuesOf({ codes, members, values }: Facet, index: number): string[] {
  return (members[codes[index] ?? 0] ?? []).map((value) => values[value] ?? '')
}

/** The same by its meaning, slowly. */
function allows(facet: Facet, index: number, selection: Selection): boolean {
  const own = valuesOf(facet, index)
  const wanted = selection[facet.key]
  if (wanted === undefined || wanted.size === 0) return facet.key !== 'status' || !own.includes('pass')
  return own.some((value) => wanted.has(value))
}

function selected(lists: Readonly<Record<string, readonly string[]>>): Selection {
  return Object.fromEntries(Object.entries(lists).map(([key, values]) => [key, new Set(values)]))
}

describe('filterFindings', () => {
  test('lets through and counts what its meaning says', () => {
    fc.assert(
      fc.property(
        fc.array(finding, { minLength: 1, maxLength: 30 }),
        selection,
        fc.constantFrom('', 'shop'),
        (list, lists, query) => {
          const findings = decodeFindings(reportOf(list))
          const facets = facetsOf(findings)
          const choice = selected(lists)
          const matches = new Search(findings).matching(query)
          const { hits, counts, matrix } = filterFindings(
            findings,
            facets,
            choice,
            matches,
            orderingOf(findings, 'severity')
          )
          const all = list.keys().filter((index) => matches === null || matches[index] === 1)
          const candidates = [...all]
          const passing = (index: number, ...but: FacetKey[]): boolean =>
            facets.every((facet) => but.includes(facet.key) || allows(facet, index, choice))
          assert.deepEqual(
            [...hits].sort((a, b) => a - b),
            candidates.filter((index) => passing(index))
          )
          for (const facet of facets) {
            const expected = facet.values.map(
              (value) =>
                candidates.filter((index) => passing(index, facet.key) && valuesOf(facet, index).includes(value)).length
            )
            assert.deepEqual([...(counts.get(facet.key) ?? [])], expected, facet.key)
          }
          const counted = candidates.filter(
            (index) =>
              passing(index, 'severity', 'namespace') && (lists.status.length > 0 || list[index]?.status === 'fail')
          )
          assert.equal(
            matrix.reduce((sum, count) => sum + count, 0),
            counted.length
          )
        }
      ),
      { numRuns: 200 }
    )
  })

  test('shows passes only where they are asked for', () => {
    const findings = decodeFindings(reportOf([findingWith(), findingWith({ status: 'pass' })]))
    const run = (choice: Selection): number[] => [...filtered(findings, choice)]
    assert.deepEqual(run({}), [0])
    assert.deepEqual(run({ status: new Set(['pass']) }), [1])
  })
})

function filtered(findings: Findings, choice: Selection): Int32Array {
  return filterFindings(findings, facetsOf(findings), choice, null, orderingOf(findings, 'severity')).hits
}
