import type { Rule } from './control.ts'
import { parseMinor } from './kubernetes-version.ts'

/**
 * The CEL of a rule at a Kubernetes minor version: of the highest `since` that is not above it. Null where the
 * rule has not begun yet or has ended.
 */
export function ruleAt({ require }: Pick<Rule, 'require'>, minor: number): string | null {
  if (typeof require === 'string') return require
  let chosen: { readonly since: number; readonly rule: string | null } | undefined
  for (const { since, rule } of require) {
    const begins = parseMinor(since)
    if (begins === undefined || begins > minor) continue
    if (chosen === undefined || begins > chosen.since) chosen = { since: begins, rule }
  }
  return chosen?.rule ?? null
}

/** Every CEL text of a rule, one for each revision that has one. */
export function ruleTexts({ require }: Pick<Rule, 'require'>): string[] {
  if (typeof require === 'string') return [require]
  return require.flatMap(({ rule }) => (rule === null ? [] : [rule]))
}
