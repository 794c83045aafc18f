import type { FlagKind } from '../../kubernetes/flag-kinds.ts'

/** A value that the component would not take, and what it takes. */
export interface FlagProblem {
  readonly problem: string
}

const truths: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const falsehoods: ReadonlySet<string> = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

/**
 * The value of a flag from all texts given for it, in their order. As github.com/spf13/pflag reads them: the last one
 * counts, except for lists and maps, to which each adds.
 */
export function flagValue(kind: FlagKind, texts: readonly string[]): { readonly value: unknown } | FlagProblem {
  const last = texts.at(-1) ?? ''
  switch (kind) {
    case 'text':
      return { value: last }
    case 'boolean':
      return truthOf(last)
    case 'integer':
      return /^[+-]?\d+$/.test(last) ? { value: Number(last) } : { problem: 'is not a whole number' }
    case 'number':
      return last !== '' && Number.isFinite(Number(last)) ? { value: Number(last) } : { problem: 'is not a number' }
    case 'list':
      return { value: texts }
    case 'commaList':
      return { value: split(last) }
    case 'slice':
      return { value: texts.flatMap(split) }
    case 'map':
      return mapOf(texts, (value) => ({ value }))
    case 'booleanMap':
      return mapOf(texts, truthOf)
  }
}

function truthOf(text: string): { readonly value: boolean } | FlagProblem {
  if (truths.has(text)) return { value: true }
  return falsehoods.has(text) ? { value: false } : { problem: 'is neither true nor false' }
}

function split(text: string): string[] {
  return text === '' ? [] : text.split(',').map((element) => element.replace(/^"(.*)"$/, '$1'))
}

/** `a=1,b=2`; a gate may name its component before a colon. */
function mapOf(
  texts: readonly string[],
  read: (text: string) => { readonly value: unknown } | FlagProblem
): { readonly value: unknown } | FlagProblem {
  const map: Record<string, unknown> = {}
  for (const pair of texts.flatMap(split)) {
    const equals = pair.indexOf('=')
    if (equals === -1) return { problem: 'is not a list of KEY=VALUE' }
    const result = read(pair.slice(equals + 1).trim())
    if ('problem' in result) return { problem: `has a value that ${result.problem}` }
    map[
      pair
        .slice(0, equals)
        .trim()
        .replace(/^kube:/, '')
    ] = result.value
  }
  return { value: map }
}
