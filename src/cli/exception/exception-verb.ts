import { clusterOptions, renderOptions } from '../scan/scan-options.ts'
import { UserError } from '../user-error.ts'
import type { OptionSpec, Verb } from '../verb.ts'
import { addVerb } from './add-exception.ts'
import { listExceptions } from './list-exceptions.ts'

const options: readonly OptionSpec[] = [
  { name: 'reason', value: 'TEXT', summary: 'Why it is tolerated' },
  { name: 'owner', value: 'WHO', summary: 'Who answers for it' },
  { name: 'expires', value: 'DAY', summary: 'The last day on which it counts, such as 2027-03-31' },
  { name: 'namespace', short: 'n', value: 'NAME', repeatable: true, summary: 'Objects of this namespace' },
  { name: 'kind', value: 'KIND', repeatable: true, summary: 'Objects of this kind' },
  { name: 'name', value: 'NAME', repeatable: true, summary: 'Objects of this name; * stands for any characters' },
  { name: 'label', value: 'KEY=VALUE', repeatable: true, summary: 'Objects with this label, in a named namespace' },
  { name: 'container', value: 'NAME', repeatable: true, summary: 'Findings about this container alone' },
  { name: 'id', value: 'NAME', summary: 'How reports name it' },
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT',
    summary: 'add: print a HardeningException to apply to a cluster (yaml). list: how it is printed',
    choices: ['text', 'json', 'yaml']
  },
  { name: 'config', value: 'FILE', summary: 'Configuration', fallback: 'the nearest bulwark.yaml' },
  { name: 'cluster', summary: 'list: also the exceptions that a live cluster holds' },
  ...clusterOptions.filter(({ name }) => ['context', 'kubeconfig', 'timeout'].includes(name)),
  { name: 'exclude', value: 'GLOB', repeatable: true, summary: 'list: leave out matching files and folders' },
  ...renderOptions
]

export const exceptionVerb: Verb = {
  name: 'exception',
  usage: 'add CONTROL… [OPTION…] | list [PATH…] [OPTION…]',
  about: `Adds an exception to bulwark.yaml, or lists what is tolerated and until when.
An exception names the controls, the objects, a reason, an owner and its end;
what it covers stays in every report, marked. The list also has what annotations
of manifests in a PATH ask for, and with --cluster what a cluster tolerates.`,
  operands: ['add', 'list'],
  options,
  examples: [
    {
      command: 'bulwark exception add host-ipc -n a --owner me --expires 2027-01-31 --reason x',
      does: 'Tolerate it until then'
    },
    { command: 'bulwark exception list k8s/', does: 'What is tolerated, there too, the next to end first' },
    { command: 'bulwark exception list --cluster', does: 'What the cluster tolerates besides' }
  ],
  run([action, ...rest], given) {
    if (action === 'add') return addVerb(rest, given)
    if (action === 'list') return listExceptions(rest, given)
    throw new UserError('write: bulwark exception add CONTROL…, or bulwark exception list')
  }
}
