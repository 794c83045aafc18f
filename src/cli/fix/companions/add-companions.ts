import type { FixGrade, Severity } from '../../../controls/control.ts'
import { severities } from '../../../controls/control.ts'
import { parseMinor } from '../../../controls/kubernetes-version.ts'
import type { Companion } from '../../../fix/companions/companion.ts'
import { companions } from '../../../fix/companions/companions.ts'
import { isWithin } from '../../../fix/grade.ts'
import type { Plan } from '../../../scan/plan.ts'
import type { LoadedConfig } from '../../config-file.ts'
import { exitCodes } from '../../exit-codes.ts'
import { failurePolicy } from '../../scan/scan-exit-code.ts'
import { sourceOptions } from '../../scan/scan-inputs.ts'
import { tellUnread } from '../../tell-unread.ts'
import { stdoutPaint } from '../../terminal.ts'
import { UserError } from '../../user-error.ts'
import type { Options } from '../../verb.ts'
import { writeError, writeOut } from '../../write.ts'
import { companionDiffs } from './companion-diffs.ts'
import { readCompanionInput } from './companion-input.ts'
import { companionSummary } from './companion-summary.ts'
import { companionsJson } from './companions-json.ts'
import { filesOfCompanions, type PlannedFiles } from './files-of-companions.ts'
import { writeCompanions } from './write-companions.ts'

export interface CompanionRequest {
  readonly paths: readonly string[]
  readonly options: Options
  readonly loaded: LoadedConfig
  /** What is asked for: a companion is made that answers one of its controls. */
  readonly plan: Plan
  readonly ceiling: FixGrade
}

/**
 * Adds what namespaces lack beside their workloads, as a diff or in place, and gives the exit code.
 * @throws UserError for options that do not fit.
 */
export async function addCompanions({ paths, options, loaded, plan, ceiling }: CompanionRequest): Promise<number> {
  if (options.has('interactive')) throw new UserError('--interactive is for repairs: choose companions with --control')
  const policy = failurePolicy(options, loaded)
  const input = await readCompanionInput(paths, options, loaded.config)
  const { estate } = input
  const unread = tellUnread(input)
  const version = options.last('kube-version') ?? loaded.config.kubeVersion
  const made = companions(estate, {
    nodes: nodesOf(options),
    minor: version === undefined ? null : (parseMinor(version) ?? null),
    levelOf: plan.levelOf
  }).filter((companion) => isAsked(companion, plan, options))
  const within = made.filter(({ grade }) => isWithin(grade, ceiling))
  const files = filesOfCompanions(within, input, paths, sourceOptions(options, loaded.config))
  const above = made.filter(({ grade }) => !isWithin(grade, ceiling))
  const write = options.has('write')
  const problems = write ? writeCompanions(files) : []
  report(files, above, { problems, write, json: options.last('output') === 'json' })
  if (unread || problems.length > 0) return exitCodes.userMistake
  const leaves = [...above, ...files.left.map(({ companion }) => companion)]
  return policy.failOn !== 'none' && leaves.some((one) => isGrave(one, plan, policy.failOn as Severity))
    ? exitCodes.findings
    : exitCodes.clean
}

interface Reporting {
  readonly problems: readonly string[]
  readonly write: boolean
  readonly json: boolean
}

function report(files: PlannedFiles, above: readonly Companion[], { problems, write, json }: Reporting): void {
  if (json) writeOut(companionsJson(files, above, { write, problems }))
  else if (!write) for (const part of companionDiffs(files, stdoutPaint())) writeOut(part)
  writeError(companionSummary(files, above, { problems, write }))
}

/** @throws UserError for what is no number of nodes. */
function nodesOf(options: Options): number | null {
  const text = options.last('nodes')
  if (text === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UserError(`--nodes ${text}: write a number, such as 12`)
  return Number(text)
}

function isAsked({ controls, namespace }: Companion, { controls: wanted }: Plan, options: Options): boolean {
  const namespaces = options.all('namespace')
  if (namespaces.length > 0 && !namespaces.includes(namespace)) return false
  return wanted.some(({ id }) => controls.includes(id))
}

function isGrave({ controls }: Companion, { controls: wanted }: Plan, lowest: Severity): boolean {
  const limit = severities.indexOf(lowest)
  return wanted.some(({ id, severity }) => controls.includes(id) && severities.indexOf(severity) <= limit)
}
