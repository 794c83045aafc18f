import type { Checked } from '../cel/check/checked.ts'
import { check } from '../cel/check/checker.ts'
import { compile, compileToSource } from '../cel/compile/compile.ts'
import { kubernetesTypes } from '../cel/kubernetes-types.ts'
import { renderIssue, Source } from '../cel/source.ts'
import { formatType } from '../cel/type.ts'
import type { CelError } from '../cel/values.ts'
import type { Rule } from './control.ts'
import { ruleEnvironment } from './rule-environment.ts'
import { selfTypes } from './scope-types.ts'

/** A rule as a function of what it sees. It gives an error where the data does not let the rule decide; it never throws. */
export type RuleProgram = (seen: RuleBindings) => boolean | CelError

/** `effective` may be a getter: it is read only by rules that ask for it. */
export interface RuleBindings {
  readonly self: unknown
  readonly pod: unknown
  readonly meta: unknown
  readonly effective: unknown
}

/**
 * Makes a function of one of a rule's texts.
 *
 * @throws Error where the rule does not suit its place, which `controlProblems` says better beforehand.
 */
export function compileRule(rule: Rule, text: string): RuleProgram {
  // Checked as bool, so that is all it can give; its data is plain JSON, which the compiled code reads as it stands.
  return compile(checkedRule(rule, text)) as unknown as RuleProgram
}

/** The JavaScript of one of a rule's texts, for a bundle to hold in place of the text. */
export function ruleSource(rule: Rule, text: string): string {
  return compileToSource(checkedRule(rule, text)).source
}

/** A rule that suits several types is compiled for the first: their fields that it reads are the same. */
function checkedRule(rule: Rule, text: string): Checked {
  const selves = selfTypes(rule, kubernetesTypes)
  if ('problem' in selves) throw new Error(selves.problem)
  const result = check(ruleEnvironment(selves[0], true), text)
  if ('issues' in result) throw new Error(result.issues.map((issue) => renderIssue(issue, new Source(text))).join('\n'))
  if (result.ok.type.kind !== 'bool') throw new Error(`${text} gives ${formatType(result.ok.type)}, not bool`)
  return result.ok
}
