import { placeholder } from '../rendered/align.ts'

/** A template action, over several lines where it is written so. */
const action = /\{\{[\s\S]*?\}\}/g

/**
 * A Helm template with its actions taken out, so that what is left reads as YAML and every other character stays where
 * it was. An action that stands alone on its lines (`{{- if … }}`, `{{- toYaml … | nindent 8 }}`) becomes blanks; one
 * inside a line stands for a value and becomes placeholders.
 */
export function skeletonOf(template: string): string {
  let skeleton = ''
  let from = 0
  for (const match of template.matchAll(action)) {
    const start = match.index
    const end = start + match[0].length
    skeleton += template.slice(from, start)
    const fill = standsAlone(template, start, end) ? ' ' : placeholder
    skeleton += match[0].replace(/[^\r\n]/g, fill)
    from = end
  }
  return skeleton + template.slice(from)
}

/** True where only blanks and other actions share the lines of the action from `start` to `end`. */
function standsAlone(template: string, start: number, end: number): boolean {
  const before = template.slice(template.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = template.indexOf('\n', end)
  const after = template.slice(end, lineEnd < 0 ? template.length : lineEnd)
  return isBlank(before) && isBlank(after)
}

function isBlank(text: string): boolean {
  return text.replace(action, '').trim() === ''
}
