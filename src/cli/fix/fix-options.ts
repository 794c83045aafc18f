import { fixGrades } from '../../fix/grade.ts'
import { failureOptions, renderOptions, selectionOptions } from '../scan/scan-options.ts'
import type { OptionSpec } from '../verb.ts'

const words: Readonly<Record<string, string>> = {
  framework: 'Fix what this framework asks for',
  control: 'Fix what this control finds alone (bulwark controls list)',
  severity: 'Fix nothing below this severity',
  namespace: 'Fix objects of this namespace only',
  kind: 'Fix objects of this kind only'
}

/** What is fixed is selected as what is judged. */
const selection = selectionOptions.map((option) => ({ ...option, summary: words[option.name] ?? option.summary }))

export const fixOptions: readonly OptionSpec[] = [
  { name: 'write', short: 'w', summary: 'Change the files instead of showing a diff' },
  { name: 'interactive', short: 'i', summary: 'Ask for each fix, and write those that are wanted' },
  {
    name: 'grade',
    value: 'GRADE',
    summary: 'The most that a fix may cost',
    fallback: 'safe',
    choices: fixGrades
  },
  {
    name: 'writable',
    value: '[CONTAINER=]/PATH',
    repeatable: true,
    summary: 'A folder that programs write: it gets an empty volume where the root becomes read-only; "none" for none'
  },
  { name: 'user', value: 'NUMBER', summary: 'The user to run as', fallback: 'as the image is known to, else 10001' },
  { name: 'group', value: 'NUMBER', summary: 'The primary group', fallback: 'that of the user' },
  { name: 'requests', value: 'cpu=…,memory=…', repeatable: true, summary: 'What containers without requests get' },
  { name: 'limits', value: 'cpu=…,memory=…', repeatable: true, summary: 'What containers without limits get' },
  {
    name: 'companions',
    summary: 'Add what namespaces lack beside their workloads: quotas, limits, labels, accounts, network policies'
  },
  { name: 'nodes', value: 'NUMBER', summary: 'Nodes of the cluster, for quotas that --companions sizes' },
  { name: 'assume-namespace', value: 'NAME', summary: 'Namespace of objects that name none, for --companions' },
  ...selection,
  ...renderOptions,
  {
    name: 'output',
    short: 'o',
    value: 'FORMAT',
    summary: 'How it is printed',
    fallback: 'diff',
    choices: ['diff', 'json']
  },
  ...failureOptions
]
