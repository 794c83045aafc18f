import { clusterOptions, renderOptions, selectionOptions } from '../scan/scan-options.ts'
import { UserError } from '../user-error.ts'
import type { OptionSpec, Verb } from '../verb.ts'
import { inspectVerb } from './inspect-verb.ts'
import { templateOptions } from './template-options.ts'
import { templateVerb } from './template-verb.ts'

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
  },
  ...templateOptions.map((option) => ({ ...option, summary: `template: ${option.summary}` }))
]

export const rtfVerb: Verb = {
  name: 'rtf',
  usage: 'inspect|template [PATH…] [OPTION…]',
  about: `Shows what Anypoint Runtime Fabric runs, of files or of a live cluster: agents
with their versions, registries and the namespaces in which they may act, Mule
applications by the way in which they were deployed, and for each control of
the guide whether Runtime Fabric lets it be set, and what the pods show.
template writes what can be set: the KubernetesTemplate for what Runtime Manager
deploys, the MuleApplications of Anypoint Controller, and network policies that
keep Runtime Fabric working. Of files it shows a diff, which --write applies; of
a cluster it prints objects for kubectl apply --server-side.

Exit code: 2 where something could not be read, else 0.`,
  operands: ['inspect', 'template'],
  options,
  examples: [
    { command: 'bulwark rtf inspect k8s/', does: 'What an export of a cluster holds of Runtime Fabric' },
    { command: 'bulwark rtf inspect --cluster', does: 'The same of a live cluster' },
    { command: 'bulwark rtf inspect --cluster -n mule-production -o json', does: 'One namespace, for other programs' },
    { command: 'bulwark rtf template k8s/ --ingress-namespace ingress-nginx', does: 'A diff of what can be hardened' },
    { command: 'bulwark rtf template k8s/ --write', does: 'The same, done' },
    { command: 'bulwark rtf template --cluster | kubectl apply --server-side -f -', does: 'Harden a live cluster' }
  ],
  run([action, ...rest], given) {
    if (action === 'template') return templateVerb(rest, given)
    if (action !== 'inspect') throw new UserError('write: bulwark rtf inspect [PATH…], or bulwark rtf template [PATH…]')
    const stray = templateOptions.find(({ name }) => given.has(name))
    if (stray !== undefined) throw new UserError(`--${stray.name} is about what is written: bulwark rtf template`)
    return inspectVerb(rest, given)
  }
}
