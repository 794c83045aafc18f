import { readText } from '../../sources/read-text.ts'
import { compareGrades } from '../grade.ts'
import type { ObjectPlanner } from '../plan/object-planner.ts'
import { fixText, type TextRequest } from './fix-text.ts'
import type { FixedText, TextStep } from './fixed-text.ts'

/**
 * Repairs what was found in one file until a further run would change nothing: what the text did not allow at first, such
 * as a change of a value that others share, it may allow once the others have their own; and of two repairs of one list,
 * each has its turn.
 */
export function settledText(request: TextRequest, planner: ObjectPlanner): FixedText {
  let settled = fixText(request, planner)
  for (;;) {
    const text = settled.steps.at(-1)?.text
    const open = settled.left.filter(({ kind }) => kind === 'text' || kind === 'conflict').map(({ finding }) => finding)
    if (text === undefined || open.length === 0) return settled
    const more = fixText({ ...request, text, findings: open }, planner)
    if (more.fixed.length === 0 || undoes(more, settled, planner)) return settled
    settled = joined(settled, more)
  }
}

/** Whether something is found again that was repaired before. */
function undoes({ file, steps }: FixedText, { fixed }: FixedText, planner: ObjectPlanner): boolean {
  const { resources } = readText(file, steps.at(-1)?.text ?? '', true)
  const failing = new Set(resources.flatMap((resource) => [...planner.failing(resource, resources)]))
  return fixed.some(({ finding }) => failing.has(finding.fingerprint))
}

/** Two runs as one: what the second does needs all of the first, so that nothing of it costs less. */
function joined(first: FixedText, second: FixedText): FixedText {
  const least = first.steps.at(-1)?.grade ?? 'safe'
  const later = second.fixed.map((each) => (compareGrades(each.grade, least) < 0 ? { ...each, grade: least } : each))
  const done = new Set(second.fixed.map(({ finding }) => finding.fingerprint))
  return {
    ...first,
    steps: joinedSteps(first.steps, second.steps),
    fixed: [...first.fixed, ...later],
    left: first.left.filter(({ finding }) => !done.has(finding.fingerprint))
  }
}

function joinedSteps(first: readonly TextStep[], second: readonly TextStep[]): TextStep[] {
  const base = first.at(-1)
  if (base === undefined) return [...second]
  const above = second.filter(({ grade }) => compareGrades(grade, base.grade) > 0)
  const within = second.filter((step) => !above.includes(step)).at(-1)
  return [...first.slice(0, -1), within === undefined ? base : { grade: base.grade, text: within.text }, ...above]
}
