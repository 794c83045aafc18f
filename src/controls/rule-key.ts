import type { Rule } from './control.ts'

/** What the JavaScript of a rule depends on: its text, and the place that says what type `self` has. */
export function ruleKey({ each, kinds, components, roles, types }: Rule, text: string): string {
  return JSON.stringify([each, kinds, components, roles, types, text])
}
