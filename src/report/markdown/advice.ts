import { type Control, severities } from '../../controls/control.ts'
import { markdownText } from './markdown-text.ts'

/**
 * Why controls matter and what to do, the worst first, folded; nothing where there are none.
 * @param longest In UTF-16 units; controls that do not fit are named.
 */
export function adviceOn(controls: readonly Control[], longest: number): string {
  if (controls.length === 0) return ''
  const sorted = controls.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.id < b.id ? -1 : 1)
  )
  let text = '<details><summary>Why it matters and what to do</summary>\n\n'
  const others: string[] = []
  for (const control of sorted) {
    const entry = `- \`${control.id}\`: **${markdownText(control.title)}.** ${control.why} ${control.remedy}\n`
    if (others.length > 0 || text.length + entry.length > longest) others.push(`\`bulwark explain ${control.id}\``)
    else text += entry
  }
  if (others.length > 0) text += `- ${others.join(', ')}\n`
  return `${text}\n</details>\n\n`
}
