import { wrap } from '../report/text/wrap.ts'
import type { OptionSpec, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

const width = 80
/** Of longer lists the summary says where to find them. */
const mostChoices = 10

/** What `bulwark` alone prints: what it is and where to start. */
export function generalHelp(): string {
  return `Bulwark finds what falls short of the Kubernetes hardening guides.

Start here:
${table([
  ['bulwark scan .', 'judge what is in this folder'],
  ['bulwark explain host-pid', 'why a control matters and what to do']
])}

Usage: bulwark VERB [OPTION…]

${table([...verbs].map(([name, { summary }]) => [name, summary]))}

${table([
  ['bulwark VERB --help', 'options and examples'],
  ['bulwark --version', 'which Bulwark this is']
])}
`
}

/** A verb's own help. */
export function verbHelp(verb: Verb): string {
  const examples = verb.examples.map(({ command, does }) => `  ${command}\n      ${does}`)
  const options = [...verb.options, helpOption].map((option): Row => [optionText(option), describe(option)])
  return `Usage: bulwark ${verb.name} ${verb.usage}

${verb.about}

Options:
${table(options)}

Examples:
${examples.join('\n')}
`
}

export const helpOption: OptionSpec = { name: 'help', short: 'h', summary: 'Show this help' }

type Row = readonly [left: string, right: string]

/** Two columns, the right one wrapped. */
function table(rows: readonly Row[]): string {
  const leftWidth = Math.max(...rows.map(([left]) => left.length))
  return rows.flatMap(([left, right]) => tableLines(left.padEnd(leftWidth), right)).join('\n')
}

function tableLines(left: string, right: string): string[] {
  const lines = wrap(right, width - left.length - 4)
  return lines.map((line, index) => `  ${index === 0 ? left : ' '.repeat(left.length)}  ${line}`)
}

function optionText({ name, short, value }: OptionSpec): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`
  return `${short === undefined ? '    ' : `-${short}, `}${long}`
}

function describe({ summary, repeatable, fallback, choices = [] }: OptionSpec): string {
  const known = choices.length === 0 || choices.length > mostChoices ? '' : `: ${choices.join(', ')}`
  const otherwise = fallback === undefined ? '' : `; default ${fallback}`
  return `${summary}${known}${otherwise}${repeatable === true ? ' (repeatable)' : ''}`
}
