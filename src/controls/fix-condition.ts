import type { Control, Rule } from './control.ts'

const pod: Rule = { each: 'pod', require: 'true', at: '', message: '' }

/** Where the condition of a control's fix is evaluated, and on what: as its rules are, or on the pod where it analyses. */
export function conditionPlaces({ rules, fix }: Pick<Control, 'rules' | 'fix'>): readonly Rule[] {
  if (fix?.safeWhen === undefined) return []
  return rules.length === 0 ? [pod] : rules
}
