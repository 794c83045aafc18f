import type { Control, Rule } from '../../controls/control.ts'
import type { Paint } from '../paint.ts'
import { severityPaint } from './severity-paint.ts'

const fixGrades = {
  safe: 'safe: keeps what the workload declares and can do',
  review: 'review: needs knowledge of the image or the workload',
  breaking: 'breaking: removes a feature in use'
} as const

const rtfExposures = {
  settable: 'can be set through KubernetesTemplate or MuleApplication',
  fixed: 'set by Runtime Fabric itself',
  'not-exposed': 'cannot be set by its users'
} as const

/** All about one control, for a person. */
export function explainControl(control: Control, paint: Paint): string {
  const { id, title, severity, why, remedy, fix, rtf, examples } = control
  const parts = [
    `${paint.bold(title)}\n${id} · ${severityPaint(paint, severity)(severity)}`,
    `${paint.bold('Why')}\n${indented(why)}`,
    `${paint.bold('What to do')}\n${indented(remedy)}${fix === undefined ? '' : `\n${indented(`Fix: ${fixGrades[fix.grade]}`)}`}`,
    `${paint.bold('Rule')}\n${control.rules.map(ruleText).join('\n')}`,
    `${paint.bold('Asked for by')}\n${mapLines(control)}`,
    `${paint.bold('On Runtime Fabric')}\n${indented(rtfExposures[rtf])}`
  ]
  const [fails] = examples.fail
  const [passes] = examples.pass
  if (fails !== undefined) parts.push(`${paint.bold('Falls short')}\n${indented(fails.manifest.trimEnd())}`)
  if (passes !== undefined) parts.push(`${paint.bold('Good')}\n${indented(passes.manifest.trimEnd())}`)
  return `${parts.join('\n\n')}\n`
}

function ruleText({ each, require }: Rule): string {
  const scope = typeof each === 'string' ? each : `${each.list} of each ${each.in}`
  const versions = typeof require === 'string' ? [{ since: '', rule: require }] : require
  const lines = versions.map(({ since, rule }) => {
    const from = since === '' ? '' : `from Kubernetes ${since}: `
    return `${from}${rule === null ? 'no longer asked for' : rule.trim()}`
  })
  return indented(`each ${scope}:\n${indented(lines.join('\n'))}`)
}

function mapLines({ maps }: Control): string {
  const lines = Object.entries(maps).flatMap(([framework, items]) => {
    if (Array.isArray(items)) return [`${framework.padEnd(10)} ${items.join(', ')}`]
    return Object.entries(items).map(([version, own]) => `${`${framework} ${version}`.padEnd(10)} ${String(own)}`)
  })
  return indented(lines.join('\n'))
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
