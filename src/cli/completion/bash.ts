import type { OptionSpec } from '../verb.ts'
import type { CompletedVerb } from './completed-verb.ts'

/** Completion for bash 4 and newer: verbs, then their options and the values of these, then files. */
export function bashScript(verbs: readonly CompletedVerb[]): string {
  return `_bulwark() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # Bash takes the = of --option=value for a word of its own.
  if [ "$word" = "=" ]; then word=""; elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${verbs.map(({ name }) => name).join(' ')} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}:$before" in
${verbs.flatMap(valueCases).join('\n')}
  esac
  if [[ $word == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${verbs.map(optionCase).join('\n')}
    esac
    return
  fi
  case "\${COMP_WORDS[1]}" in
${verbs.flatMap(operandCase).join('\n')}
    *) compopt -o default 2>/dev/null ;;
  esac
}
complete -F _bulwark bulwark
`
}

function valueCases({ name, options }: CompletedVerb): string[] {
  return options.flatMap(({ name: option, short, choices }) => {
    if (choices === undefined) return []
    const words = [`${name}:--${option}`, ...(short === undefined ? [] : [`${name}:-${short}`])]
    return [`    ${words.join('|')}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`]
  })
}

function optionCase({ name, options }: CompletedVerb): string {
  const long = options.map((option: OptionSpec) => `--${option.name}`).join(' ')
  return `      ${name}) COMPREPLY=($(compgen -W "${long}" -- "$word")) ;;`
}

function operandCase({ name, operands }: CompletedVerb): string[] {
  return operands === null ? [] : [`    ${name}) COMPREPLY=($(compgen -W "${operands.join(' ')}" -- "$word")) ;;`]
}
