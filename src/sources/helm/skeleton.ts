import { parseYaml } from '../../yaml/parse.ts'
import { placeholder } from '../rendered/align.ts'

/** A template action, over several lines where it is written so. */
const action = /\{\{[\s\S]*?\}\}/g

/** What an `end` closes. */
const openers: ReadonlySet<string> = new Set(['if', 'with', 'range', 'define', 'block'])

/**
 * A Helm template with its actions taken out, so that what is left reads as YAML and every other character stays where
 * it was. An action that stands alone on its lines (`{{- if … }}`, `{{- toYaml … | nindent 8 }}`) becomes blanks; one
 * inside a line stands for a value and becomes placeholders. Where both branches of a condition do not fit into one
 * document, the text of `else` goes too.
 */
export function skeletonOf(template: string): string {
  const whole = withoutActions(template)
  if (isReadable(whole)) return whole
  const firstBranches = firstBranchesOf(template)
  return isReadable(firstBranches) ? firstBranches : whole
}

/** Without the text of every `else`. */
export function firstBranchesOf(template: string): string {
  return withoutActions(withoutElse(template))
}

/** Without the text that stands before the last `else` of a condition. */
export function lastBranchesOf(template: string): string {
  return withoutActions(withoutThen(template))
}

function isReadable(text: string): boolean {
  return parseYaml(text).every(({ value, problems }) => value !== undefined || problems.length === 0)
}

function withoutActions(template: string): string {
  let skeleton = ''
  let from = 0
  for (const match of template.matchAll(action)) {
    const start = match.index
    const end = start + match[0].length
    skeleton += template.slice(from, start) + fill(match[0], standsAlone(template, start, end) ? ' ' : placeholder)
    from = end
  }
  return skeleton + template.slice(from)
}

/** True where only blanks, other actions and the key before share the lines of the action from `start` to `end`. */
function standsAlone(template: string, start: number, end: number): boolean {
  const before = template.slice(template.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = template.indexOf('\n', end)
  const after = template.slice(end, lineEnd < 0 ? template.length : lineEnd)
  const textBefore = before.replace(action, '')
  return after.replace(action, '').trim() === '' && (textBefore.trim() === '' || textBefore.endsWith(':'))
}

/** Blanks everything from each `else` to the `end` of its condition. */
function withoutElse(template: string): string {
  let result = ''
  let from = 0
  let depth = 0
  let cutDepth = 0
  for (const match of template.matchAll(action)) {
    const keyword = keywordOf(match[0])
    if (openers.has(keyword)) depth++
    if (keyword === 'else' && cutDepth === 0) {
      result += template.slice(from, match.index)
      from = match.index
      cutDepth = depth
    }
    if (keyword !== 'end') continue
    if (depth === cutDepth) {
      result += fill(template.slice(from, match.index), ' ')
      from = match.index
      cutDepth = 0
    }
    depth--
  }
  return result + template.slice(from)
}

/** Blanks everything from the beginning of each condition to its last `else`. */
function withoutThen(template: string): string {
  const open: number[] = []
  let result = template
  for (const match of template.matchAll(action)) {
    const { index } = match
    const keyword = keywordOf(match[0])
    if (openers.has(keyword)) open.push(index)
    const begin = open.at(-1)
    if (keyword === 'else' && begin !== undefined)
      result = result.slice(0, begin) + fill(result.slice(begin, index), ' ') + result.slice(index)
    if (keyword === 'end') open.pop()
  }
  return result
}

function keywordOf(text: string): string {
  return /^\{\{-?\s*(\w+)/.exec(text)?.[1] ?? ''
}

/** As long as `text`, with its line breaks. */
function fill(text: string, character: string): string {
  return text.replace(/[^\r\n]/g, character)
}
