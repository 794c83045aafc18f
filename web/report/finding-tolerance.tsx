import { statusOf } from '../model/describe.ts'
import type { Findings } from '../model/findings.ts'

interface FindingToleranceProps {
  readonly findings: Findings
  readonly finding: number
}

/** Why a finding is no plain failure: nobody could tell, or somebody tolerates it. */
export function FindingTolerance({ findings, finding }: FindingToleranceProps) {
  const { data, reasons, excepted } = findings
  const reason = reasons.get(finding)
  const exception = data.exceptions[excepted.get(finding) ?? -1]
  return (
    <>
      {reason !== undefined && (
        <p class="callout" data-tone="unknown">
          <strong>Unknown:</strong> {data.texts[reason]}
        </p>
      )}
      {statusOf(findings, finding) === 'known' && (
        <p class="callout" data-tone="known">
          <strong>Known:</strong> it was there when the baseline was recorded, so it does not count.
        </p>
      )}
      {exception !== undefined && (
        <p class="callout" data-tone="excepted">
          <strong>Excepted until {exception.expires}</strong> by {exception.owner}: {exception.reason}{' '}
          <code>{exception.id}</code>
        </p>
      )}
    </>
  )
}
