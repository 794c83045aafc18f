import { didYouMean } from '../../names/nearest-name.ts'
import { exitCodes } from '../exit-codes.ts'
import { helpOption } from '../help.ts'
import { UserError } from '../user-error.ts'
import type { Verb } from '../verb.ts'
import { verbs } from '../verbs.ts'
import { writeOut } from '../write.ts'
import { bashScript } from './bash.ts'
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
  examples: [
    { command: 'source <(bulwark completion bash)', does: 'For this session; add it to ~/.bashrc to keep it' },
    { command: 'bulwark completion fish > ~/.config/fish/completions/bulwark.fish', does: 'For fish' }
  ],
  async run([shell]) {
    const known = [...shells.keys()].join(', ')
    if (shell === undefined) throw new UserError(`name a shell: bulwark completion ${known}`)
    const script = shells.get(shell)
    if (script === undefined)
      throw new UserError(`unknown shell "${shell}"${didYouMean(shell, shells.keys())}: ${known}`)
    const loaded = await Promise.all(
      [...verbs].map(async ([name, { summary, load }]) => ({
        name,
        summary,
        options: [...(await load()).options, helpOption]
      }))
    )
    writeOut(script(loaded))
    return exitCodes.clean
  }
}
