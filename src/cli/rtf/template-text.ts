import type { Paint } from '../../report/paint.ts'
import { printable } from '../../report/printable.ts'
import type { AdmissionCover } from '../../report/rtf/admission-cover.ts'
import { formatRtfVersion } from '../../rtf/facts/version.ts'
import type { HardenedFabric, HardenedObject } from '../../rtf/template/harden-fabric.ts'
import type { KeyRemark, SettingsPlan } from '../../rtf/template/plan-settings.ts'

/** What was planned for a Runtime Fabric and what could not be, for people. */
export function templateText(fabric: HardenedFabric, paint: Paint): string {
  const { namespace, version, templates, newTemplate, applications, redeployed, policies, kept } = fabric
  const lines = [paint.bold(`Runtime Fabric ${formatRtfVersion(version)} in namespace ${printable(namespace)}`)]
  if (newTemplate !== null) lines.push('', '  KubernetesTemplate, new', ...planLines(newTemplate.plan))
  for (const each of templates) lines.push('', `  ${titleOf(each)}`, ...planLines(each.plan))
  for (const each of applications) lines.push('', `  ${titleOf(each)}`, ...planLines(each.plan))
  const isNew = newTemplate?.template !== null && newTemplate !== null
  const reaches = isNew || templates.some(({ plan }) => plan.changes.length > 0)
  if (reaches && redeployed.length > 0) {
    lines.push('', '  To be redeployed, since a template does not touch what runs:')
    for (const { namespace: within, name } of redeployed) lines.push(`    ${printable(`${within ?? ''}/${name}`)}`)
  }
  if (policies.length > 0)
    lines.push('', '  Network policies, new:', ...policies.map((each) => `    ${each.namespace}/${each.name}`))
  if (kept.length > 0)
    lines.push(
      '',
      '  Network policies of these names are there and stay as they are:',
      ...kept.map((name) => `    ${printable(name)}`)
    )
  return `${lines.join('\n')}\n`
}

/** What only admission can hold applications to, for people. */
export function coverText(cover: readonly AdmissionCover[]): string {
  const lines = cover.map(({ level, controls }) => {
    const by =
      level === null
        ? 'an admission policy with the rule of the control'
        : `Pod Security ${level}, a label of the namespace`
    return `  ${by}:\n${wrapped(controls)}`
  })
  return `What no template can set, admission holds applications to:\n${lines.join('\n')}\n`
}

function wrapped(words: readonly string[]): string {
  const lines: string[] = []
  let line = '   '
  for (const word of words) {
    if (line.length + word.length > 100) {
      lines.push(line)
      line = '   '
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

function titleOf({ resource: { kind, namespace, name } }: HardenedObject): string {
  return printable(`${kind} ${namespace === null ? '' : `${namespace}/`}${name ?? ''}`)
}

function planLines({ set, left, ineffective }: SettingsPlan): string[] {
  const lines = [...remarks('set', set), ...remarks('not set', left), ...remarks('no effect', ineffective)]
  return lines.length === 0 ? ['    nothing to do'] : lines
}

function remarks(word: string, entries: readonly KeyRemark[]): string[] {
  return entries.map(({ key, remark }) => `    ${word.padEnd(9)}  ${printable(key)}: ${printable(remark)}`)
}
