import { didYouMean } from '../../names/nearest-name.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpOption } from '../help.ts'
import { UserError } from '../user-error.ts'
import type { Verb } from '../verb.ts'
import { verbs } from '../verbs.ts'
import { writeOut } from '../write.ts'
import { bashScript } from './bash.ts'
import type { CompletedVerb } from './completed-verb.ts'
import { fishScript } from './fish.ts'
import { zshScript } from './zsh.ts'

const shells = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript]
])

export const completionVerb: Verb = {
  name: 'completion',
  usage: 'bash|zsh|fish',
  about: 'Prints a script that completes verbs, options and their values in your shell.',
  options: [],
  operands: [...shells.keys()],
  examples: [
    { command: 'source <(bulwark completion bash)', does: 'For this session; add it to ~/.bashrc to keep it' },
    { command: 'bulwark completion fish > ~/.config/fish/completions/bulwark.fish', does: 'For fish' }
  ],
  async run([shell, ...rest]) {
    const known = [...shells.keys()].join(', ')
    if (shell === undefined) throw new UserError(`name a shell (${known}): bulwark completion bash`)
    if (rest.length > 0) throw new UserError(`one shell only: ${rest.join(', ')} stands after ${shell}`)
    const script = shells.get(shell)
    if (script === undefined)
      throw new UserError(`unknown shell "${shell}"${didYouMean(shell, shells.keys())} (known are ${known})`)
    const loaded = await Promise.all(
      [...verbs].map(async ([name, { summary, load }]): Promise<CompletedVerb> => {
        const { options, operands } = await load()
        return { name, summary, options: [...options, helpOption], operands: operands ?? null }
      })
    )
    writeOut(script(loaded))
    return exitCodes.clean
  }
}
