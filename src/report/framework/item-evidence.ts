import { count } from '../text/count.ts'
import type { ReportedItem } from './framework-report.ts'

/** What an item's verdict rests on, in a few words. */
export function evidenceOf({
  status,
  findings,
  excepted,
  passed,
  controls,
  unknown,
  provider,
  record
}: ReportedItem): string {
  const parts: string[] = []
  if (findings > 0) parts.push(count(findings, 'finding'))
  if (excepted > 0) parts.push(`${excepted} excepted`)
  if (passed > 0) parts.push(`${passed} passed`)
  if (unknown !== null) parts.push(unknown)
  if (provider !== null) parts.push(`operated by ${provider}`)
  if (record !== null && status !== 'unknown') parts.push(`${record.evidence} (${record.owner}, ${record.recorded})`)
  if (parts.length > 0) return parts.join(', ')
  return `nothing in the cluster that ${count(controls.length, 'control')} could be about`
}
