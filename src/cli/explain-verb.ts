import { type Registry, registry } from '../controls/registry.ts'
import { explainControl } from '../report/text/explain.ts'
import { choose } from './choice.ts'
import { loadConfig } from './config-file.ts'
import { controlSummary } from './control-summary.ts'
import { exitCodes } from './exit-codes.ts'
import { requireControl } from './require-control.ts'
import { stdoutPaint, stdoutWidth } from './terminal.ts'
import { UserError } from './user-error.ts'
import type { Verb } from './verb.ts'
import { writeOut } from './write.ts'

const formats = ['text', 'json'] as const

export const explainVerb: Verb = {
  name: 'explain',
  usage: 'CONTROL…',
  about: `Shows controls: why each matters, what to do, its rule, the frameworks that ask
for it, and examples.`,
  operands: registry.controls.map(({ id }) => id),
  options: [
    { name: 'output', short: 'o', value: 'FORMAT', summary: 'How it is printed', choices: formats },
    {
      name: 'policies',
      value: 'PATH',
      repeatable: true,
      summary: 'Also know the admission policies in this file or folder'
    }
  ],
  examples: [
    { command: 'bulwark explain privileged-container', does: 'Why a privileged container is root on its node' }
  ],
  async run(ids, options) {
    if (ids.length === 0) throw new UserError('name a control: bulwark explain CONTROL\nSee bulwark controls list')
    const format = choose('output', options.last('output') ?? 'text', formats)
    const known = ids.every((id) => registry.find(id) !== undefined)
      ? registry
      : (await loadConfig(undefined, '.', await policiesIn(options.all('policies')))).registry
    const controls = ids.map((id) => requireControl(known, id))
    if (format === 'json') {
      const shown = controls.map((control) => ({
        ...controlSummary(control),
        fixes: control.fix ?? null,
        rules: control.rules,
        examples: control.examples
      }))
      writeOut(`${JSON.stringify(shown.length === 1 ? shown[0] : shown, null, 2)}\n`)
    } else writeOut(controls.map((control) => explainControl(control, stdoutPaint(), stdoutWidth())).join('\n'))
    return exitCodes.clean
  }
}

/** Adds the controls that admission policies are. */
async function policiesIn(paths: readonly string[]): Promise<((known: Registry) => Registry) | undefined> {
  if (paths.length === 0) return undefined
  const { readPolicies } = await import('./policies/policies.ts')
  return (await readPolicies(paths, null)).extend
}
