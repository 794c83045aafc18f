import { type Severity, severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import { type Standing, standingOf } from '../standing.ts'

/** What is left out last comes first. */
const standings: readonly Standing[] = ['fail', 'unknown', 'known', 'excepted', 'pass']

export const rankCount = standings.length * severities.length

const severityRanks = Object.fromEntries(severities.map((severity, index) => [severity, index])) as Record<
  Severity,
  number
>

/** From 0 for the worst. */
export function rankOf(finding: Finding): number {
  return standings.indexOf(standingOf(finding)) * severities.length + severityRanks[finding.severity]
}
