import { relative } from 'node:path'
import type { FixGrade } from '../../controls/control.ts'
import { unifiedDiff } from '../../fix/diff/unified-diff.ts'
import type { FixedText } from '../../fix/text/fixed-text.ts'
import { stdinName } from './fixed-files.ts'

/** What fixes of one grade change in one file, which those that cost less have changed already. */
export interface FileDiff {
  readonly file: string
  readonly grade: FixGrade
  readonly diff: string
}

/** One diff for each grade, in their order. */
export function fileDiffs({ file, before, steps }: FixedText): readonly FileDiff[] {
  let old = before
  return steps.map(({ grade, text }) => {
    const diff = unifiedDiff(diffName(file), old, text)
    old = text
    return { file, grade, diff }
  })
}

/** From the current folder, where the diff is applied. */
export function diffName(file: string): string {
  return file === stdinName ? 'stdin' : relative('.', file).replaceAll('\\', '/')
}
