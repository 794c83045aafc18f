import type { OptionSpec } from '../verb.ts'
import type { CompletedVerb } from './completed-verb.ts'

/** Completion for zsh, with descriptions. */
export function zshScript(verbs: readonly CompletedVerb[]): string {
  return `#compdef bulwark
_bulwark() {
  local -a verbs
  verbs=(
${verbs.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    return
  fi
  case $words[2] in
${verbs.map(verbCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _bulwark ]; then _bulwark "$@"; else compdef _bulwark bulwark; fi
`
}

function verbCase({ name, options, operands }: CompletedVerb): string {
  const specs = options.flatMap(argumentSpecs).map((spec) => `      ${quoted(spec)}`)
  return `    ${name}) _arguments \\\n${specs.join(' \\\n')} \\\n      ${quoted(operandSpec(operands))} ;;`
}

function operandSpec(operands: readonly string[] | null): string {
  return operands === null ? '*:file:_files' : `*:operand:(${operands.join(' ')})`
}

/** A spec for each way to write an option. */
function argumentSpecs({ name, short, value, summary, choices }: OptionSpec): string[] {
  const text = `[${summary.replace(/[[\]:]/g, '\\$&')}]`
  const words = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]
  if (value === undefined) return words.map((word) => `*${word}${text}`)
  const values = choices === undefined ? '_files' : `(${choices.join(' ')})`
  const rest = `${text}:${value.replace(/[[\]:]/g, '')}:${values}`
  return words.map((word) => `*${word}${word.startsWith('--') ? '=' : '+'}${rest}`)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
