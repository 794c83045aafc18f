import type { Severity } from '../controls/control.ts'
import type { Finding, FindingStatus } from './finding.ts'

/** `pass` and `notApplicable` count pairs of a control and an object; the others count findings. */
export interface StatusCounts {
  pass: number
  fail: number
  unknown: number
  excepted: number
  notApplicable: number
}

/** What a scan amounts to, in numbers. */
export interface Summary {
  files: number
  resources: number
  controls: number
  readonly status: StatusCounts
  /** Failed findings. */
  readonly findings: Record<Severity, number>
  /** With a baseline: how many of its findings are still there, which count nowhere else, and how many are gone. */
  baseline?: { readonly known: number; readonly gone: number }
}

export function emptySummary(controls: number): Summary {
  return {
    files: 0,
    resources: 0,
    controls,
    status: { pass: 0, fail: 0, unknown: 0, excepted: 0, notApplicable: 0 },
    findings: { critical: 0, high: 0, medium: 0, low: 0 }
  }
}

/** Counts one finding; passes are counted for each object by the scan itself. */
export function countFinding(
  summary: Summary,
  { status, severity }: Pick<Finding, 'severity'> & { status: FindingStatus }
): void {
  if (status === 'pass') return
  summary.status[status]++
  if (status === 'fail') summary.findings[severity]++
}
