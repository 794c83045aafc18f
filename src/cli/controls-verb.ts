import type { Control } from '../controls/control.ts'
import { choose } from './choice.ts'
import { loadConfig } from './config-file.ts'
import { controlSummary } from './control-summary.ts'
import { exitCodes } from './exit-codes.ts'
import { UserError } from './user-error.ts'
import type { Verb } from './verb.ts'
import { writeOut } from './write.ts'

const formats = ['text', 'json'] as const

export const controlsVerb: Verb = {
  name: 'controls',
  usage: 'list',
  about: 'Lists every control with its severity, your own in bulwark.yaml among them.',
  operands: ['list'],
  options: [{ name: 'output', short: 'o', value: 'FORMAT', summary: 'How it is printed', choices: formats }],
  examples: [{ command: 'bulwark controls list', does: 'Every control, a line each' }],
  async run([action, ...rest], options) {
    if (action !== 'list' || rest.length > 0) throw new UserError('write: bulwark controls list')
    const format = choose('output', options.last('output') ?? 'text', formats)
    const { controls } = (await loadConfig(undefined, '.')).registry
    writeOut(format === 'json' ? `${JSON.stringify(controls.map(controlSummary), null, 2)}\n` : textList(controls))
    return exitCodes.clean
  }
}

function textList(controls: readonly Control[]): string {
  const width = Math.max(...controls.map(({ id }) => id.length))
  return controls.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`).join('')
}
