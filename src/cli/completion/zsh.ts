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

function verbCase({ name, options }: CompletedVerb): string {
  const specs = options.map((option) => `      ${quoted(argument(option))}`)
  return `    ${name}) _arguments \\\n${specs.join(' \\\n')} \\\n      '*:file:_files' ;;`
}

function argument({ name, value, summary, choices }: OptionSpec): string {
  const text = summary.replace(/[[\]:]/g, '\\$&')
  if (value === undefined) return `*--${name}[${text}]`
  return `*--${name}=[${text}]:${value.replace(/[[\]:]/g, '')}:${choices === undefined ? '_files' : `(${choices.join(' ')})`}`
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
