import type { OptionSpec, Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** What `bulwark` alone prints: what it is and where to start. */
export function generalHelp(): string {
  const width = Math.max(...[...verbs.keys()].map((name) => name.length))
  const rows = [...verbs].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `Bulwark finds what falls short of the Kubernetes hardening guides.

Start here:
  bulwark scan .                     judge the manifests, charts and overlays in this folder
  bulwark explain privileged-container
                                     why a control matters and what to do

Usage: bulwark VERB [OPTION…]

${rows.join('\n')}

  bulwark VERB --help                options and an example
  bulwark --version
`
}

/** A verb's own help. */
export function verbHelp(verb: Verb): string {
  const examples = verb.examples.map(({ command, does }) => `  ${command}\n      ${does}`)
  return `Usage: bulwark ${verb.name} ${verb.usage}

${verb.about}

Options:
${optionTable([...verb.options, helpOption])}

Examples:
${examples.join('\n')}
`
}

export const helpOption: OptionSpec = { name: 'help', short: 'h', summary: 'Show this help' }

function optionTable(options: readonly OptionSpec[]): string {
  const left = options.map(({ name, short, value }) => {
    const long = value === undefined ? `--${name}` : `--${name} ${value}`
    return `  ${short === undefined ? '    ' : `-${short}, `}${long}`
  })
  const width = Math.max(...left.map((text) => text.length))
  return options.map((option, index) => `${(left[index] ?? '').padEnd(width)}  ${describe(option)}`).join('\n')
}

function describe({ summary, repeatable }: OptionSpec): string {
  return repeatable === true ? `${summary} (repeatable)` : summary
}
