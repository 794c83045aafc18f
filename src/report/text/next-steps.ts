import type { ScanResult } from '../../scan/scan.ts'
import { count } from './count.ts'
import type { Tally } from './tally.ts'

/** A command to try, and what for. */
type Step = readonly [command: string, purpose: string]

/**
 * What a reader would do next: mend what could not be read, understand the worst, see less or more, or hear that all
 * is well.
 * @param command What was run, to be run again with more options; null where it cannot be, as on standard input.
 * @param explainOptions What `explain` needs to know all controls, such as ` --policies k8s`.
 */
export function nextSteps(tally: Tally, result: ScanResult, command: string | null, explainOptions = ''): string {
  const lines = [...remarks(result), ...aligned(stepsOf(tally, result, command, explainOptions))]
  const { unknown } = result.summary.status
  if (lines.length === 0 && unknown > 0)
    return `\nNothing is known to fall short: ${count(unknown, 'verdict')} unknown.\n`
  if (lines.length === 0) return '\nNothing falls short of the selected frameworks.\n'
  return `\nNext:\n${lines.map((text) => `  ${text}`).join('\n')}\n`
}

function stepsOf(tally: Tally, { summary }: ScanResult, command: string | null, explainOptions: string): Step[] {
  const worst = tally.worst()
  if (worst === undefined) return []
  const steps: Step[] = [[`bulwark explain ${worst}${explainOptions}`, 'why it matters and what to do']]
  if (command === null) return steps
  const { critical, high, medium, low } = summary.findings
  if (critical + high > 0 && medium + low > 0) steps.push([`${command} --severity high`, 'only what matters most'])
  return [...steps, [`${command} -o json=findings.json`, 'all of it, for other programs']]
}

function remarks({ errors, leftOut, summary, live }: ScanResult): string[] {
  if (errors.length > 0) return ['Mend what is named above: it was judged in part, or not at all.']
  if (summary.resources > 0) return []
  if (leftOut > 0) return [`No object is left to judge: --namespace and --kind leave out ${count(leftOut, 'object')}.`]
  if (live) return ['The cluster holds no object that can be judged.']
  return ['No Kubernetes objects were found. Name a folder with manifests: bulwark scan FOLDER']
}

function aligned(steps: readonly Step[]): string[] {
  const width = Math.max(0, ...steps.map(([command]) => command.length))
  return steps.map(([command, purpose]) => `${command.padEnd(width)}  ${purpose}`)
}
