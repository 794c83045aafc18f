import { core } from '../cel/compile/core.ts'
import { createLinker } from '../cel/compile/linker.ts'
import { builtInFunctions, builtInRules } from './built-in-rules.ts'
import type { RuleProgram } from './compile-rule.ts'
import type { Control, Rule } from './control.ts'
import { ruleTexts } from './rule-at.ts'
import { ruleKey } from './rule-key.ts'

/** Makes a function of one of a rule's texts. */
export type RuleCompiler = (rule: Rule, text: string) => RuleProgram

/**
 * A compiler for the rules of `controls`. What was compiled beforehand is taken as it is, and CEL's parser, checker and
 * compiler are loaded only where a rule needs them.
 */
export async function ruleCompiler(controls: readonly Control[]): Promise<RuleCompiler> {
  const rules = controls.flatMap((control) => control.rules)
  const complete = rules.every((rule) => ruleTexts(rule).every((text) => builtInRules.has(ruleKey(rule, text))))
  if (complete) return (rule, text) => precompiled(rule, text) ?? missing(text)
  const { compileRule } = await import('./compile-rule.ts')
  return (rule, text) => precompiled(rule, text) ?? compileRule(rule, text)
}

function precompiled(rule: Rule, text: string): RuleProgram | undefined {
  return builtInRules.get(ruleKey(rule, text))?.(core, linker)
}

function missing(text: string): never {
  throw new Error(`a rule that was compiled beforehand is gone: ${text}`)
}

const linker = createLinker(() => builtInFunctions)
