import { severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import { standingOf } from '../standing.ts'

/** What stands under one heading of the report, and whether its files are open or folded. */
export interface Group {
  readonly title: string
  readonly open: boolean
  has(finding: Finding): boolean
}

/** In the order of the report. What the baseline knows is not shown, only counted. */
export const groups: readonly Group[] = [
  ...severities.map(
    (severity): Group => ({
      title: severity.charAt(0).toUpperCase() + severity.slice(1),
      open: severity === 'critical' || severity === 'high',
      has: (finding) => standingOf(finding) === 'fail' && finding.severity === severity
    })
  ),
  { title: 'Unknown', open: false, has: ({ status }) => status === 'unknown' },
  { title: 'Excepted', open: false, has: ({ status }) => status === 'excepted' },
  { title: 'Passed', open: false, has: ({ status }) => status === 'pass' }
]
