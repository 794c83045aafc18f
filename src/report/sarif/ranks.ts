import { type Severity, severities } from '../../controls/control.ts'
import type { Finding, FindingStatus } from '../../scan/finding.ts'

/** What is left out last comes first: failures, verdicts that could not be reached, exceptions, passes. */
const statuses: readonly FindingStatus[] = ['fail', 'unknown', 'excepted', 'pass']

export const rankCount = statuses.length * severities.length

const severityRanks = Object.fromEntries(severities.map((severity, index) => [severity, index])) as Record<
  Severity,
  number
>

/** From 0 for the worst. */
export function rankOf({ status, severity }: Finding): number {
  return statuses.indexOf(status) * severities.length + severityRanks[severity]
}
