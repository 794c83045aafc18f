import { severities } from './findings.ts'

/** A namespace and its findings by severity, the worst first. */
export interface MatrixRow {
  readonly namespace: string
  readonly counts: readonly number[]
}

/**
 * The namespaces with findings, those with the most of the worst severity first.
 * @param matrix As a filter counts it: `namespace × severities + severity`.
 */
export function matrixRows(namespaces: readonly string[], matrix: Int32Array): readonly MatrixRow[] {
  const width = severities.length
  return namespaces
    .map((namespace, index) => ({ namespace, counts: [...matrix.subarray(index * width, (index + 1) * width)] }))
    .filter(({ counts }) => counts.some((count) => count > 0))
    .sort((a, b) => byCounts(a.counts, b.counts))
}

function byCounts(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((count, index) => count !== b[index])
  return differing === -1 ? 0 : (b[differing] ?? 0) - (a[differing] ?? 0)
}
