import type { FixGrade } from '../controls/control.ts'

/** What a fix costs, in a sentence for users. */
export const fixGrades: Readonly<Record<FixGrade, string>> = {
  safe: 'Its fix is safe: it keeps what the workload declares and can do.',
  review: 'Its fix needs a review: it depends on the image or the workload.',
  breaking: 'Its fix is breaking: it removes a feature in use.'
}
