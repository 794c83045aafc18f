import type { OptionSpec } from '../verb.ts'
import type { CompletedVerb } from './completed-verb.ts'

/** Completion for fish, with descriptions. */
export function fishScript(verbs: readonly CompletedVerb[]): string {
  return `${verbs.flatMap(verbLines).join('\n')}\n`
}

function verbLines({ name, summary, options, operands }: CompletedVerb): string[] {
  const after = `complete -c bulwark -n '__fish_seen_subcommand_from ${name}'`
  return [
    `complete -c bulwark -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map((option) => `${after} ${argument(option)}`),
    ...(operands === null ? [] : [`${after} -f -a ${quoted(operands.join(' '))}`])
  ]
}

function argument({ name, short, value, summary, choices }: OptionSpec): string {
  const parts = [`-l ${name}`]
  if (short !== undefined) parts.push(`-s ${short}`)
  if (value !== undefined) parts.push(choices === undefined ? '-r' : `-x -a ${quoted(choices.join(' '))}`)
  return `${parts.join(' ')} -d ${quoted(summary)}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
