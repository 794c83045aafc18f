import type { LabelMatcher } from '../estate/selectors.ts'

/** A selector of Calico, as far as it is plain. */
export interface CalicoSelector {
  readonly matches: LabelMatcher
  /** Keys of the labels that it asks about. */
  readonly keys: readonly string[]
}

const key = String.raw`[\w./-]+`
const value = `(?:'[^']*'|"[^"]*")`
const set = String.raw`\{\s*(?:${value}(?:\s*,\s*${value})*)?\s*\}`

const forms: readonly (readonly [RegExp, (match: RegExpExecArray) => CalicoSelector])[] = [
  [/^(?:all\(\))?$/, () => ({ matches: () => true, keys: [] })],
  [
    new RegExp(`^has\\(\\s*(${key})\\s*\\)$`),
    ([, name = '']) => ({ matches: (labels) => Object.hasOwn(labels, name), keys: [name] })
  ],
  [
    new RegExp(`^!\\s*has\\(\\s*(${key})\\s*\\)$`),
    ([, name = '']) => ({ matches: (labels) => !Object.hasOwn(labels, name), keys: [name] })
  ],
  [new RegExp(`^(${key})\\s*==\\s*(${value})$`), ([, name = '', text = '']) => among(name, [unquoted(text)], true)],
  [new RegExp(`^(${key})\\s*!=\\s*(${value})$`), ([, name = '', text = '']) => among(name, [unquoted(text)], false)],
  [new RegExp(`^(${key})\\s+in\\s+(${set})$`), ([, name = '', text = '']) => among(name, valuesIn(text), true)],
  [new RegExp(`^(${key})\\s+not\\s+in\\s+(${set})$`), ([, name = '', text = '']) => among(name, valuesIn(text), false)]
]

/**
 * Reads a selector that is one condition, or several joined by `&&`. Null for any other: the language has more, which
 * is not understood here.
 */
export function calicoSelector(text: string): CalicoSelector | null {
  if (text.length > 2000) return null
  const parts = text.split('&&').map((part) => readForm(part.trim()))
  const conditions = parts.filter((part) => part !== null)
  if (conditions.length < parts.length) return null
  return {
    matches: (labels) => conditions.every(({ matches }) => matches(labels)),
    keys: conditions.flatMap(({ keys }) => keys)
  }
}

function readForm(text: string): CalicoSelector | null {
  for (const [form, read] of forms) {
    const match = form.exec(text)
    if (match !== null) return read(match)
  }
  return null
}

function among(name: string, values: readonly string[], wanted: boolean): CalicoSelector {
  return {
    matches: (labels) => values.includes(Object.hasOwn(labels, name) ? String(labels[name]) : '\n') === wanted,
    keys: [name]
  }
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(new RegExp(value, 'g'))].map(([each]) => unquoted(each))
}

function unquoted(text: string): string {
  return text.slice(1, -1)
}
