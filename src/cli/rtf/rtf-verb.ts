import { clusterOptions, renderOptions, selectionOptions } from '../scan/scan-options.ts'
import { UserError } from '../user-error.ts'
import type { OptionSpec, Verb } from '../verb.ts'
import { inspectVerb } from './inspect-verb.ts'

/** What of the options of a scan says which objects are read; what is judged is given. */
const reading = selectionOptions.filter(({ name }) => ['kube-version', 'namespace', 'exclude', 'config'].includes(name))

const options: readonly OptionSpec[] = [
  ...reading,
  ...clusterOptions.filter(({ name }) => name !== 'kubelet-config'),
  ...renderOptions,
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT[=FILE]',
    repeatable: true,
    summary: 'Print to standard output or a file',
    fallback: 'text',
    choices: ['text', 'json']
  }
]

export const rtfVerb: Verb = {
  name: 'rtf',
  usage: 'inspect [PATH…] [OPTION…]',
  about: `Shows what Anypoint Runtime Fabric runs, of files or of a live cluster: agents
with their versions, registries and the namespaces in which they may act, Mule
applications by the way in which they were deployed, and for each control of
the guide whether Runtime Fabric lets it be set, and what the pods show.

Exit code: 2 where something could not be read, else 0.`,
  operands: ['inspect'],
  options,
  examples: [
    { command: 'bulwark rtf inspect k8s/', does: 'What an export of a cluster holds of Runtime Fabric' },
    { command: 'bulwark rtf inspect --cluster', does: 'The same of a live cluster' },
    { command: 'bulwark rtf inspect --cluster -n mule-production -o json', does: 'One namespace, for other programs' }
  ],
  run([action, ...rest], given) {
    if (action === 'inspect') return inspectVerb(rest, given)
    throw new UserError('write: bulwark rtf inspect [PATH…]')
  }
}
