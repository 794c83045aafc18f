import type { Control } from '../../controls/control.ts'
import type { EvidenceRecord } from '../../controls/frameworks/evidence.ts'
import type { SelectedFramework } from '../../controls/frameworks/select-frameworks.ts'
import type { Profile } from '../../controls/profiles.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { type ItemStatus, type ItemVerdict, itemVerdicts } from './item-verdicts.ts'
import type { Offender, Offenders } from './offenders.ts'

/** One item with its verdict and what shows it. */
export interface ReportedItem extends ItemVerdict {
  /** Failed findings. */
  readonly findings: number
  readonly offenders: readonly Offender[]
}

/** A framework, item by item. */
export interface FrameworkReport {
  readonly framework: string
  /** Empty where the framework has none. */
  readonly version: string
  readonly items: readonly ReportedItem[]
  readonly counts: Readonly<Record<ItemStatus, number>>
  readonly result: ScanResult
}

/**
 * What a scan and the evidence on record say about a framework.
 * @param controls The controls that the scan ran.
 * @param profile Who operates a part of the cluster; null where nobody else does.
 */
export function frameworkReport(
  selected: SelectedFramework,
  controls: readonly Control[],
  result: ScanResult,
  offenders: Offenders,
  records: readonly EvidenceRecord[],
  profile: Profile | null,
  now: Date
): FrameworkReport {
  const scan = { tallies: result.controls, live: result.live, partly: result.partly, profile }
  const items = itemVerdicts(selected, controls, scan, records, now).map((verdict) => {
    const own = offenders.of(verdict.controls)
    return { ...verdict, findings: own.filter(({ status }) => status === 'fail').length, offenders: own }
  })
  const counts = { pass: 0, fail: 0, unknown: 0, excepted: 0, notApplicable: 0 }
  for (const { status } of items) counts[status]++
  return { framework: selected.framework.name, version: selected.version, items, counts, result }
}

/** `cis-5 2.0`, or `guide` where there are no versions. */
export function frameworkTitle({ framework, version }: Pick<FrameworkReport, 'framework' | 'version'>): string {
  return version === '' ? framework : `${framework} ${version}`
}
