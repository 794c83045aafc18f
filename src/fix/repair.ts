import type { FixGrade } from '../controls/control.ts'
import type { Finding } from '../scan/finding.ts'
import type { Change } from '../yaml/edit/change.ts'

/** What makes one finding go away: changes of its object, what they may cost, and why they cost that. */
export interface Repair {
  readonly finding: Finding
  readonly grade: FixGrade
  /** One sentence. */
  readonly argument: string
  /** From the object's root. */
  readonly changes: readonly Change[]
}

/**
 * Why a finding is not repaired:
 * - `no-fix`: there is no edit that is right for everybody
 * - `grade`: its fix costs more than the user takes
 * - `choice`: the user has to say something first
 * - `refused`: the API server would refuse the object
 * - `conflict`: another fix changes the same field to something else
 * - `worse`: the fix alone would make a graver finding appear
 * - `rendered`: the object comes out of a chart, an overlay or Runtime Fabric, and cannot be mended there
 * - `text`: the text cannot be edited there
 * - `declined`: the user said no
 */
export const leftOutKinds = [
  'grade',
  'choice',
  'refused',
  'conflict',
  'worse',
  'rendered',
  'text',
  'declined',
  'no-fix'
] as const
export type LeftOutKind = (typeof leftOutKinds)[number]

/** A finding that is not repaired. */
export interface LeftOut {
  readonly finding: Finding
  readonly kind: LeftOutKind
  /** In one line what stands in the way and what to do about it. */
  readonly reason: string
  /** What its fix costs; null where there is none. */
  readonly grade: FixGrade | null
}

/** What a control proposes for one finding: a repair, or why there is none. */
export type Proposal = Pick<Repair, 'grade' | 'argument' | 'changes'> | Pick<LeftOut, 'kind' | 'reason'>
