const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const time = /^(\d{4})-(\d{1,2})-(\d{1,2})[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(?:Z|[-+](\d\d):(\d\d))$/
const spaced = /^(\d{4})-(\d{1,2})-(\d{1,2}) +(\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?$/

/** Whether go-yaml v2 takes the text for a `!!timestamp`: a date, or a date and time, with one or two digits a part. */
export function isTimestamp(text: string): boolean {
  const match = date.exec(text) ?? time.exec(text) ?? spaced.exec(text)
  if (match === null) return false
  const [year, month, day, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0))
  return isDay(year ?? 0, month ?? 0, day ?? 0) && hour < 24 && minute < 60 && second < 60 && isZone(match[8], match[9])
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const lastDay = new Date(Date.UTC(2000, month, 0)).getUTCDate()
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 && !leap ? 28 : lastDay)
}

// Go's time package accepts offsets up to 24 hours and 60 minutes.
function isZone(hours = '0', minutes = '0'): boolean {
  return Number(hours) <= 24 && Number(minutes) <= 60
}
