import type { FixGrade } from '../controls/control.ts'

/** From what costs nothing to what removes a feature in use. */
export const fixGrades = ['safe', 'review', 'breaking'] as const satisfies readonly FixGrade[]

/** Below zero where `a` costs less. */
export function compareGrades(a: FixGrade, b: FixGrade): number {
  return fixGrades.indexOf(a) - fixGrades.indexOf(b)
}

/** Whether a fix of this grade is within what the user takes. */
export function isWithin(grade: FixGrade, ceiling: FixGrade): boolean {
  return compareGrades(grade, ceiling) <= 0
}
