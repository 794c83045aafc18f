/** Dates and times as go-openapi's `strfmt` takes them (RFC 3339). */

/** `2006-01-02`, a day that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day)
}

const time = /^(\d{2}):(\d{2}):(\d{2})(?:.[0-9]+)?(?:z|[+-]\d{2}:\d{2})$/

/** Date, `T` and time with a zone, in either case. The zone's numbers are not judged, nor what is behind a second `T`. */
export function isDateTime(text: string): boolean {
  const [date = '', clock] = text.toLowerCase().split('t')
  const [, hour = '', minute = '', second = ''] = time.exec(clock ?? '') ?? []
  return isDate(date) && hour !== '' && hour <= '23' && minute <= '59' && second <= '59'
}
