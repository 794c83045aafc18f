import type { Resource } from '../estate/resource.ts'
import type { ExceptionBook } from '../exceptions/book.ts'
import type { Exception } from '../exceptions/exception.ts'
import type { Failure } from './failure.ts'
import type { AppliedException } from './finding.ts'

/** Failures of one resource, those that nobody tolerates apart from the others. */
export interface Parted {
  readonly open: readonly Failure[]
  readonly excepted: ReadonlyMap<Failure, AppliedException>
}

const none: ReadonlyMap<Failure, AppliedException> = new Map()

/**
 * Parts failures by whether an exception covers them. Each control answers for itself: that a stricter one is tolerated
 * says nothing about the weaker ones that it implies, so this comes before those are left out.
 */
export function partedByException(book: ExceptionBook, resource: Resource, failures: readonly Failure[]): Parted {
  if (book.isEmpty || failures.length === 0) return { open: failures, excepted: none }
  const excepted = new Map<Failure, AppliedException>()
  const open = failures.filter((failure) => {
    const { planned, item } = failure
    const exception = book.covering(planned.control.id, resource, item.container?.name ?? null)
    if (exception !== null) excepted.set(failure, applied(exception))
    return exception === null
  })
  return { open, excepted }
}

export function applied({ id, reason, owner, expires }: Exception): AppliedException {
  return { id, reason, owner, expires }
}
