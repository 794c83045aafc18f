import type { Verb } from './verb.ts'

/** A verb in the list of verbs: its module is loaded only when it is used. */
export interface VerbEntry {
  readonly summary: string
  load(): Promise<Verb>
}

/** Every verb, in the order of the help. */
export const verbs: ReadonlyMap<string, VerbEntry> = new Map([
  [
    'scan',
    {
      summary: 'Find what falls short in manifests, charts and overlays',
      load: async () => (await import('./scan/scan-verb.ts')).scanVerb
    }
  ],
  [
    'fix',
    {
      summary: 'Repair your own files, with a diff before anything is written',
      load: async () => (await import('./fix/fix-verb.ts')).fixVerb
    }
  ],
  [
    'report',
    {
      summary: 'Say of each item of a framework whether it is met',
      load: async () => (await import('./report-verb.ts')).reportVerb
    }
  ],
  [
    'rtf',
    {
      summary: 'Show what Anypoint Runtime Fabric runs',
      load: async () => (await import('./rtf/rtf-verb.ts')).rtfVerb
    }
  ],
  [
    'explain',
    {
      summary: 'Show a control: why it matters and what to do',
      load: async () => (await import('./explain-verb.ts')).explainVerb
    }
  ],
  [
    'exception',
    {
      summary: 'Tolerate findings for a time, or list what is tolerated',
      load: async () => (await import('./exception/exception-verb.ts')).exceptionVerb
    }
  ],
  ['controls', { summary: 'List the controls', load: async () => (await import('./controls-verb.ts')).controlsVerb }],
  [
    'cel',
    { summary: 'Check and evaluate one CEL expression', load: async () => (await import('./cel-verb.ts')).celVerb }
  ],
  ['init', { summary: 'Write a commented bulwark.yaml', load: async () => (await import('./init-verb.ts')).initVerb }],
  [
    'completion',
    {
      summary: 'Print a completion script for bash, zsh or fish',
      load: async () => (await import('./completion/completion-verb.ts')).completionVerb
    }
  ]
])
