/** Durations as text: Go's `time.ParseDuration`, and seconds with a fraction. */
import { CelDuration } from '../values.ts'
import { fixed } from './double-format.ts'
import { maxInt, minInt } from './number.ts'

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n
}

const part = /(\d*)(?:\.(\d*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y

/** Reads `1h30m`, `-1.5s` or `0`; undefined where it is no duration or one beyond 64 bits of nanoseconds. */
export function parseDuration(text: string): CelDuration | undefined {
  const negative = text.startsWith('-')
  const body = text.replace(/^[+-]/, '')
  if (body === '0') return new CelDuration(0n)
  let total = 0n
  let at = 0
  do {
    part.lastIndex = at
    const [whole, digits = '', fraction = '', unit = ''] = part.exec(body) ?? []
    if (whole === undefined || digits + fraction === '') return undefined
    total += partOf(digits, fraction, units[unit] ?? 0n)
    at += whole.length
  } while (at < body.length)
  const nanoseconds = negative ? -total : total
  return nanoseconds < minInt || nanoseconds > maxInt ? undefined : new CelDuration(nanoseconds)
}

/** One number with its unit; what is smaller than a nanosecond is cut off. */
function partOf(digits: string, fraction: string, unit: bigint): bigint {
  const scale = 10n ** BigInt(fraction.length)
  return BigInt(digits || '0') * unit + (BigInt(fraction || '0') * unit) / scale
}

/** Seconds with a fraction, as `string(duration)` prints them: `5400s`, `1.5s`. */
export function formatDuration({ nanoseconds }: CelDuration): string {
  const seconds = Number(nanoseconds / 1_000_000_000n) + Number(nanoseconds % 1_000_000_000n) / 1e9
  return `${fixed(seconds)}s`
}
