import type { Finding, FindingStatus } from '../scan/finding.ts'

/** How a finding counts: `known` is a failure that the baseline has already. */
export type Standing = FindingStatus | 'known'

export function standingOf({ status, baseline }: Finding): Standing {
  return baseline === true && status === 'fail' ? 'known' : status
}
