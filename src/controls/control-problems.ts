import { check } from '../cel/check/checker.ts'
import { kubernetesTypes } from '../cel/kubernetes-types.ts'
import { renderIssue, Source } from '../cel/source.ts'
import { formatType, type Type } from '../cel/type.ts'
import type { Control, Rule } from './control.ts'
import { conditionPlaces } from './fix-condition.ts'
import { ruleTexts } from './rule-at.ts'
import { ruleEnvironment } from './rule-environment.ts'
import { selfTypes, typeAt } from './scope-types.ts'

/**
 * What is wrong with a control's rules and the condition of its fix, for its author; nothing where it can be loaded. Each problem is a text of one
 * or more lines, with a caret under the place for those in CEL.
 */
export function controlProblems(control: Control): string[] {
  return [
    ...control.rules.flatMap((rule) => ruleProblems(rule, control.effective === true)),
    ...conditionProblems(control)
  ]
}

/** The condition of a fix is only ever evaluated on containers and pods that are there, so it may ask for merged values. */
function conditionProblems(control: Control): string[] {
  const text = control.fix?.safeWhen?.rule
  if (text === undefined) return []
  return conditionPlaces(control).flatMap((place) => {
    const selves = selfTypes(place, kubernetesTypes)
    return 'problem' in selves ? [selves.problem] : selves.flatMap((self) => textProblems(text, self, true))
  })
}

function ruleProblems(rule: Rule, effective: boolean): string[] {
  const selves = selfTypes(rule, kubernetesTypes)
  if ('problem' in selves) return [selves.problem]
  const texts = ruleTexts(rule)
  return selves.flatMap((self) => [
    ...pathProblems(rule, self),
    ...texts.flatMap((text) => textProblems(text, self, effective))
  ])
}

/** A finding points to a field, which must exist as well. */
function pathProblems({ at }: Rule, self: Type): string[] {
  const type = typeAt(self, at, kubernetesTypes)
  return 'problem' in type ? [type.problem] : []
}

function textProblems(text: string, self: Type, effective: boolean): string[] {
  const result = check(ruleEnvironment(self, effective), text)
  if ('issues' in result) {
    const source = new Source(text)
    return result.issues.map((issue) => renderIssue(issue, source))
  }
  const { type } = result.ok
  return type.kind === 'bool' ? [] : [`a rule is true or false, but this one gives ${formatType(type)}:\n${text}`]
}
