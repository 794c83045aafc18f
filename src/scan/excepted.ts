import { type Control, severities } from '../controls/control.ts'
import type { Resource } from '../estate/resource.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import type { Exception } from '../exceptions/exception.ts'
import type { FailingSets } from './failing-set.ts'
import type { Failure } from './failure.ts'
import type { AppliedException } from './finding.ts'
import { holds, type Implications, speakingFor } from './implied.ts'

/** Failures of one resource, those that nobody tolerates apart from the others. */
export interface Parted {
  readonly open: readonly Failure[]
  readonly excepted: ReadonlyMap<Failure, AppliedException>
  /** Of weaker controls, tolerated along with what implies them: the stricter ones among `excepted` speak for them. */
  readonly along: readonly Failure[]
}

const none: ReadonlyMap<Failure, AppliedException> = new Map()
const nothing: readonly Failure[] = []

/**
 * Parts failures by whether an exception covers them. One for a control covers at the same item what that implies, too: it
 * is the same fault, said in general. But it does not cover what is graver: who tolerates volumes of unusual types has not
 * tolerated the file system of the node.
 * @param implications Which controls imply which, whether reports list both or not.
 * @param sets Null where reports list both: then what is tolerated along is among the others.
 */
export function partedByException(
  book: ExceptionBook,
  resource: Resource,
  failures: readonly Failure[],
  implications: Implications,
  sets: FailingSets | null
): Parted {
  if (book.isEmpty || failures.length === 0) return { open: failures, excepted: none, along: nothing }
  const covering = new Map<Failure, AppliedException>()
  const byControl = new Map<string, Failure[]>()
  for (const failure of failures) {
    const { id } = failure.planned.control
    const exception = book.covering(id, resource, failure.item.container?.name ?? null)
    if (exception === null) continue
    covering.set(failure, applied(exception))
    byControl.set(id, [...(byControl.get(id) ?? []), failure])
  }
  if (covering.size === 0) return { open: failures, excepted: none, along: nothing }
  const open: Failure[] = []
  const along: Failure[] = []
  const alone = new Map<Failure, AppliedException>()
  /** What is listed in place of an excepted failure that speaks for others. */
  const listed = new Map<Failure, Failure>()
  for (const failure of failures) {
    if (covering.has(failure)) continue
    const stricter = toleratedOver(failure, byControl, implications)
    const exception = stricter === undefined ? undefined : covering.get(stricter)
    if (stricter === undefined || exception === undefined) open.push(failure)
    else if (sets === null) alone.set(failure, exception)
    else {
      along.push(failure)
      listed.set(stricter, speakingFor(listed.get(stricter) ?? stricter, failure, sets))
    }
  }
  const spoken = [...covering].map(([failure, exception]) => [listed.get(failure) ?? failure, exception] as const)
  const excepted = new Map([...spoken, ...alone])
  return { open, excepted, along }
}

/** The failure that is tolerated and implies this one at its item. */
function toleratedOver(
  weaker: Failure,
  tolerated: ReadonlyMap<string, readonly Failure[]>,
  implications: Implications
): Failure | undefined {
  for (const id of implications.get(weaker.planned.control.id) ?? []) {
    const found = tolerated
      .get(id)
      ?.find(
        (stricter) =>
          (stricter.unknown === null || weaker.unknown !== null) &&
          holds(stricter.item, weaker.item) &&
          isNoGraver(weaker.planned.control, stricter.planned.control)
      )
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a control that another one implies is not of a higher severity than that. */
export function isNoGraver(weaker: Control, stricter: Control): boolean {
  return severities.indexOf(weaker.severity) >= severities.indexOf(stricter.severity)
}

export function applied({ id, reason, owner, expires }: Exception): AppliedException {
  return { id, reason, owner, expires }
}
