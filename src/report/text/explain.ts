import type { Analysis } from '../../controls/analysis.ts'
import type { Control, ItemsByVersion, Rule } from '../../controls/control.ts'
import { fixGrades } from '../fix-grades.ts'
import type { Paint } from '../paint.ts'
import { severityPaint } from './severity-paint.ts'
import { wrap } from './wrap.ts'

const rtfExposures = {
  settable: 'can be set through KubernetesTemplate or MuleApplication',
  fixed: 'set by Runtime Fabric itself',
  'not-exposed': 'cannot be set by its users'
} as const

const step = '  '

/**
 * All about one control, for a person.
 * @param width In columns, or null where nothing limits it.
 */
export function explainControl(control: Control, paint: Paint, width: number | null): string {
  const { id, title, severity, why, remedy, fix, rtf, rules, analyse, maps, examples } = control
  const section = (name: string, lines: readonly string[]): string => `${paint.bold(name)}\n${lines.join('\n')}`
  const parts = [
    `${paint.bold(title)}\n${id} · ${severityPaint(paint, severity)(severity)}`,
    section('Why', indented(why, step, width)),
    section('What to do', [...indented(remedy, step, width), ...(fix === undefined ? [] : fixLines(fix, width))])
  ]
  const [fails] = examples.fail
  const [passes] = examples.pass
  if (fails !== undefined) parts.push(section('Falls short', indented(fails.manifest.trimEnd(), step, null)))
  if (passes !== undefined) parts.push(section('Good', indented(passes.manifest.trimEnd(), step, null)))
  parts.push(
    section('Rule', analyse === null ? rules.flatMap((rule) => ruleLines(rule, width)) : analysisLines(analyse, width)),
    section('Asked for by', indented(mapLines(maps).join('\n'), step, width)),
    section('On Runtime Fabric', indented(rtfExposures[rtf], step, width))
  )
  return `${parts.join('\n\n')}\n`
}

function fixLines({ grade, argument, safeWhen }: NonNullable<Control['fix']>, width: number | null): string[] {
  const lines = indented(`${fixGrades[grade]} ${argument}`, step, width)
  if (safeWhen === undefined) return lines
  return [
    ...lines,
    ...indented(`It is safe where this holds: ${safeWhen.argument}`, step, width),
    ...indented(safeWhen.rule, step.repeat(2), width)
  ]
}

function analysisLines(analyse: Analysis, width: number | null): string[] {
  const of = 'inspect' in analyse ? 'each object by itself' : 'everything that was read'
  return indented(`an analysis of ${of}: ${analyse.reads.join(', ')}`, step, width)
}

function ruleLines({ each, require }: Rule, width: number | null): string[] {
  const scope = typeof each === 'string' ? each : `${each.list} of each ${each.in}`
  const versions = typeof require === 'string' ? [{ since: '', rule: require }] : require
  const lines = versions.flatMap(({ since, rule }) => {
    if (rule === null) return [`${step}  from Kubernetes ${since} on no longer asked for`]
    const text = indented(rule.trim(), since === '' ? step.repeat(2) : step.repeat(3), width)
    return since === '' ? text : [`${step.repeat(2)}from Kubernetes ${since} on:`, ...text]
  })
  return [`${step}each ${scope}:`, ...lines]
}

function mapLines(maps: Control['maps']): string[] {
  const line = (framework: string, items: readonly string[]): string => `${framework.padEnd(10)} ${items.join(', ')}`
  return Object.entries(maps).flatMap(([framework, items]) => {
    if (!isVersioned(items)) return [line(framework, items)]
    return Object.entries(items).map(([version, own]) => line(`${framework} ${version}`, own))
  })
}

function isVersioned(items: readonly string[] | ItemsByVersion): items is ItemsByVersion {
  return !Array.isArray(items)
}

function indented(text: string, indentation: string, width: number | null): string[] {
  const room = width === null ? null : width - indentation.length
  return text.split('\n').flatMap((line) => wrap(line, room).map((part) => (part === '' ? '' : indentation + part)))
}
