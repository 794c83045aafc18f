import type { Column, Findings } from './findings.ts'
import { severities } from './findings.ts'

export const facetKeys = ['severity', 'status', 'chapter', 'namespace', 'kind', 'control', 'framework', 'file'] as const
export type FacetKey = (typeof facetKeys)[number]

/** A property by which findings can be filtered. */
export interface Facet {
  readonly key: FacetKey
  readonly title: string
  /** What can be chosen, as shown and as kept in addresses. */
  readonly values: readonly string[]
  /** The code of each finding, an index of `members`. */
  readonly codes: Column
  /** The values that a code stands for: one, but for properties that have several at once. */
  readonly members: readonly (readonly number[])[]
  /** How many findings each value has in the whole report. */
  readonly totals: Int32Array
}

/** Shown where a manifest names no namespace, or an object stands in no file. */
export const noNamespace = '(none)'
export const noFile = '(live)'
/** The chapter of controls that are no part of Bulwark. */
export const ownControls = 'Your own controls'

/** The facets of a report, in the order in which they are shown. */
export function facetsOf(findings: Findings): readonly Facet[] {
  const { data } = findings
  const { texts, findings: columns } = data
  const byText = (column: Column, none: string): Coded => coded(column, (index) => texts[index] || none)
  return [
    facet('severity', 'Severity', inOrder(findings.severity, severities)),
    facet('status', 'Status', inOrder(findings.status, columns.statuses)),
    facet('chapter', 'Chapter', inOrder(findings.chapter, [...data.chapters.map(({ title }) => title), ownControls])),
    facet('namespace', 'Namespace', byText(findings.namespace, noNamespace)),
    facet('kind', 'Kind', byText(findings.kind, noNamespace)),
    facet(
      'control',
      'Control',
      coded(findings.control, (index) => data.controls[index]?.id ?? '')
    ),
    frameworkFacet(findings),
    facet('file', 'File', byText(findings.file, noFile))
  ]
}

interface Coded {
  readonly values: readonly string[]
  readonly codes: Column
}

function facet(key: FacetKey, title: string, { values, codes }: Coded): Facet {
  return complete({ key, title, values, codes, members: values.map((_, index) => [index]) })
}

function inOrder(codes: Column, values: readonly string[]): Coded {
  return { codes, values }
}

/** Codes from 0 for what occurs in a column, the most frequent first. */
function coded(column: Column, label: (value: number) => string): Coded {
  const counts = new Map<number, number>()
  for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1)
  const labels = [...counts.keys()].map((value) => ({ value, text: label(value) }))
  const byCount = (a: number, b: number): number => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)
  labels.sort((a, b) => byCount(a.value, b.value) || (a.text < b.text ? -1 : 1))
  const codes = new Map(labels.map(({ value }, index) => [value, index]))
  return { values: labels.map(({ text }) => text), codes: column.map((value) => codes.get(value) ?? 0) }
}

function frameworkFacet({ data, fails }: Findings): Facet {
  const { frameworks } = data
  const members = data.fails.map((set) => set.map((name) => frameworks.indexOf(name)).filter((index) => index >= 0))
  return complete({ key: 'framework', title: 'Framework', values: frameworks, codes: fails, members })
}

function complete(facet: Omit<Facet, 'totals'>): Facet {
  const totals = new Int32Array(facet.values.length)
  for (const code of facet.codes) {
    for (const value of facet.members[code] ?? []) totals[value] = (totals[value] ?? 0) + 1
  }
  return { ...facet, totals }
}
