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
