import { type FailOn, failOnLevels } from '../../config/config.ts'
import { severities } from '../../controls/control.ts'
import type { ScanResult } from '../../scan/scan.ts'
import { choose } from '../choice.ts'
import type { LoadedConfig } from '../config-file.ts'
import { exitCodes } from '../exit-codes.ts'
import { isUnread } from '../tell-unread.ts'
import type { Options } from '../verb.ts'

/** From which severity on findings end a command with 1, and whether unknown verdicts do. */
export interface FailurePolicy {
  readonly failOn: FailOn
  readonly unknownFails: boolean
}

/** @throws UserError for a level that does not exist. */
export function failurePolicy(options: Options, { config }: LoadedConfig): FailurePolicy {
  const failOn = choose('fail-on', options.last('fail-on') ?? config.failOn ?? 'high', failOnLevels)
  return { failOn, unknownFails: options.has('fail-on-unknown') }
}

/** What a scan ends with: the highest code that applies. */
export function scanExitCode(result: ScanResult, { failOn, unknownFails }: FailurePolicy): number {
  const { summary } = result
  if (isUnread(result)) return exitCodes.userMistake
  if (unknownFails && summary.status.unknown > 0) return exitCodes.findings
  if (failOn === 'none') return exitCodes.clean
  const counted = severities.slice(0, severities.indexOf(failOn) + 1)
  return counted.some((severity) => summary.findings[severity] > 0) ? exitCodes.findings : exitCodes.clean
}
