import { qualifiedName } from './describe.ts'
import { noFile, noNamespace } from './facets.ts'
import { type Column, type Findings, severities } from './findings.ts'

export const groupings = ['severity', 'control', 'object', 'namespace', 'file'] as const
export type Grouping = (typeof groupings)[number]

/** Findings in the order of a grouping. */
export interface Ordering {
  readonly order: Int32Array
  /** Finding → its group. */
  readonly group: Column
  /** How a group is headed. */
  title(group: number): string
}

/** Orders findings by group, within a group the worst first, then by file and line. */
export function orderingOf(findings: Findings, grouping: Grouping): Ordering {
  const { data, severity, status, control, file, line, object, namespace } = findings
  const { texts } = data
  const standing = status.map((code, index) => (code === 0 ? (severity[index] ?? 0) : severities.length - 1 + code))
  const files = ranked(file, byText(texts))
  const ordered = (group: Column, ranks: Column): Pick<Ordering, 'order' | 'group'> => ({
    group,
    order: stableOrder([ranks, standing, ranked(control, byControl(findings)), files, line, object])
  })
  const worstFirst = (group: Column): Column => ranked(group, byWorst(group, standing))
  switch (grouping) {
    case 'severity':
      return { ...ordered(standing, standing), title: (group) => standingTitle(data.findings.statuses, group) }
    case 'control':
      return { ...ordered(control, worstFirst(control)), title: (group) => data.controls[group]?.title ?? '' }
    case 'object':
      return { ...ordered(object, worstFirst(object)), title: (group) => objectTitle(data, group) }
    case 'namespace':
      return { ...ordered(namespace, worstFirst(namespace)), title: (group) => texts[group] || noNamespace }
    case 'file':
      return { ...ordered(file, files), title: (group) => texts[group] || noFile }
  }
}

/** Severities of failures, then the other statuses. */
const standings = severities.length + 4

/** The heading of a standing. */
function standingTitle(statuses: readonly string[], group: number): string {
  const name = severities[group] ?? statuses[group - severities.length + 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function objectTitle(data: Findings['data'], object: number): string {
  return `${data.texts[data.objects.kind[object] ?? 0] ?? ''} ${qualifiedName(data, object)}`
}

type Compare = (a: number, b: number) => number

function byText(texts: readonly string[]): Compare {
  return (a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1)
}

function byControl({ data: { controls } }: Findings): Compare {
  return (a, b) => ((controls[a]?.id ?? '') < (controls[b]?.id ?? '') ? -1 : 1)
}

/** The group with the most findings of the worst standing first. */
function byWorst(group: Column, standing: Column): Compare {
  const counts = new Int32Array((largest(group) + 1) * standings)
  for (let finding = 0; finding < group.length; finding++) {
    const at = (group[finding] ?? 0) * standings + (standing[finding] ?? 0)
    counts[at] = (counts[at] ?? 0) + 1
  }
  return (a, b) => {
    for (let at = 0; at < standings; at++) {
      const difference = (counts[b * standings + at] ?? 0) - (counts[a * standings + at] ?? 0)
      if (difference !== 0) return difference
    }
    return a - b
  }
}

/** Replaces the values of a column by their places in an order. */
function ranked(column: Column, compare: Compare): Column {
  const occurs = new Uint8Array(largest(column) + 1)
  for (let index = 0; index < column.length; index++) occurs[column[index] ?? 0] = 1
  const values = [...occurs.keys()].filter((value) => occurs[value] === 1).sort(compare)
  const ranks = new Int32Array(occurs.length)
  for (const [rank, value] of values.entries()) ranks[value] = rank
  return column.map((value) => ranks[value] ?? 0)
}

function largest(column: Column): number {
  return column.reduce((most, value) => Math.max(most, value), 0)
}

/** Indexes sorted by the first column, then the second, and so on: a counting sort for each, from the last to the first. */
function stableOrder(columns: readonly Column[]): Int32Array {
  let order = Int32Array.from(columns[0] ?? [], (_, index) => index)
  for (const column of columns.toReversed()) {
    const starts = new Int32Array(largest(column) + 2)
    for (let index = 0; index < column.length; index++) {
      const after = (column[index] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
    for (let value = 1; value < starts.length; value++) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0)
    const next = new Int32Array(order.length)
    for (let position = 0; position < order.length; position++) {
      const index = order[position] ?? 0
      const value = column[index] ?? 0
      const at = starts[value] ?? 0
      next[at] = index
      starts[value] = at + 1
    }
    order = next
  }
  return order
}
