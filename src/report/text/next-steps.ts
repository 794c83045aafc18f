import { severities } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'

/** What a reader would do next: understand the worst, mend what could not be read, or hear that all is well. */
export function nextSteps(findings: readonly Finding[], { errors, summary }: ScanResult): string {
  const steps: string[] = []
  const worst = mostFrequentWorst(findings)
  if (worst !== undefined) {
    steps.push(step(`bulwark explain ${worst}`, 'why it matters and what to do'))
    steps.push(step('bulwark scan --severity high …', 'only what matters most'))
    steps.push(step('bulwark scan -o json=findings.json …', 'all of it, for other programs'))
  }
  if (errors.length > 0) steps.push('Mend the files named above: what is in them was judged only in part.')
  if (summary.resources === 0 && errors.length === 0) {
    steps.push('No Kubernetes objects were found. Name a folder with manifests: bulwark scan FOLDER')
  }
  if (steps.length === 0) return '\nNothing falls short of the selected frameworks.\n'
  return `\nNext:\n${steps.map((text) => `  ${text}`).join('\n')}\n`
}

function step(command: string, purpose: string): string {
  return `${command.padEnd(44)} ${purpose}`
}

/** The control with the most findings among those of the highest severity found. */
function mostFrequentWorst(findings: readonly Finding[]): string | undefined {
  const failed = findings.filter(({ status }) => status === 'fail')
  const highest = severities.find((severity) => failed.some((finding) => finding.severity === severity))
  const counts = new Map<string, number>()
  for (const { control, severity } of failed) {
    if (severity === highest) counts.set(control, (counts.get(control) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}
