/** Which objects an exception is about. What is left out is not looked at; `*` in a name stands for any characters. */
export interface ExceptionSelector {
  readonly namespaces?: readonly string[]
  readonly kinds?: readonly string[]
  readonly names?: readonly string[]
  /** Only within namespaces that are named in full: who creates an object chooses its labels. */
  readonly labels?: Readonly<Record<string, string>>
  /** Findings about these containers alone. */
  readonly containers?: readonly string[]
}

/** What somebody decided to tolerate, why, and until when. */
export interface Exception {
  readonly id: string
  readonly controls: readonly string[]
  readonly selector: ExceptionSelector
  readonly reason: string
  /** Who answers for it. */
  readonly owner: string
  /** A day, which is included, or a moment with its time zone. */
  readonly expires: string
}

const day = /^\d{4}-\d{2}-\d{2}$/
const moment = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/

/**
 * When an exception ends, in milliseconds since 1970; undefined where the text is neither a day nor a moment.
 * A day (`2027-03-31`) ends at midnight in UTC, a moment (RFC 3339) says itself.
 */
export function endOf(expires: string): number | undefined {
  if (!day.test(expires) && !moment.test(expires)) return undefined
  const start = Date.parse(day.test(expires) ? `${expires}T00:00:00Z` : expires)
  if (Number.isNaN(start) || !isRealDay(expires)) return undefined
  return day.test(expires) ? start + 24 * 60 * 60 * 1000 : start
}

/** `Date.parse` takes the 31st of any month. */
function isRealDay(expires: string): boolean {
  const [year = 0, month = 0, date = 0] = expires.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date
}

/** How much time an exception has left: none, little, or more than that. */
export type ExceptionState = 'expired' | 'expiring' | 'active'

const soon = 14 * 24 * 60 * 60 * 1000

/** One that ends within fourteen days is `expiring`, and still counts. */
export function exceptionState(exception: Pick<Exception, 'expires'>, now: Date): ExceptionState {
  if (!isActive(exception, now)) return 'expired'
  return isActive(exception, new Date(now.getTime() + soon)) ? 'active' : 'expiring'
}

/** The one answer to whether an exception counts, wherever it is asked. One whose end nobody can read never does. */
export function isActive({ expires }: Pick<Exception, 'expires'>, now: Date): boolean {
  const end = endOf(expires)
  return end !== undefined && now.getTime() < end
}
