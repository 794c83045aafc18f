import type { Severity } from '../../controls/control.ts'
import type { FindingStatus } from '../../scan/finding.ts'

type Level = 'error' | 'warning' | 'note'

/** `level` of SARIF 2.1.0, section 3.27.10. */
export const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note'
}

/** GitHub makes a severity of the number: above 9 critical, from 7 high, from 4 medium, below low. */
export const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0'
}

/**
 * `kind` of SARIF 2.1.0, section 3.27.9: `open` is a rule for which there was too little information. What an exception
 * tolerates fails, and is suppressed.
 */
export const kinds: Readonly<Record<FindingStatus, 'fail' | 'open' | 'pass'>> = {
  fail: 'fail',
  excepted: 'fail',
  unknown: 'open',
  pass: 'pass'
}
