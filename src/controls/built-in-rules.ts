import type { core } from '../cel/compile/core.ts'
import type { Linker } from '../cel/compile/linker.ts'
import type { RuleProgram } from './compile-rule.ts'
import type { Rule } from './control.ts'

/** A rule compiled beforehand, waiting for what it calls. */
export type PrecompiledRule = (runtime: typeof core, linker: Linker) => RuleProgram

/**
 * The rules of Bulwark's own controls as functions, by {@link ruleKey}. The bundle holds all of them, so that a scan
 * needs no parser, checker or compiler; run from its sources there are none, and rules are compiled when asked for.
 */
export const builtInRules: ReadonlyMap<string, PrecompiledRule> = new Map()

/** What the JavaScript of a rule depends on: its text, and the place that says what type `self` has. */
export function ruleKey({ each, kinds, types }: Rule, text: string): string {
  return JSON.stringify([each, kinds, types, text])
}
