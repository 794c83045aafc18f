import { comparePlaces, type Place } from '../scan/report-order.ts'
import type { Stretch } from './byte-pages.ts'

/** A text that came when later ones of its file had been written down. */
export interface LateText {
  readonly place: Place
  readonly stretch: Stretch
}

/** How texts that were written down show what they are about. */
export interface Placing {
  /** Ends each of them, and is nowhere else in one. */
  readonly end: string
  /** Where the finding of a text belongs; the text comes without its end. */
  placeOf(text: string): Place
}

/**
 * The texts of a file with late ones in between, so that all are in the order of reports. As few of the written ones are
 * looked at as it takes to find where a late one belongs.
 * @param written In order.
 * @param read Gives a late one.
 */
export function* withLateTexts(
  written: Buffer,
  late: LateText[],
  read: (stretch: Stretch) => Iterable<Uint8Array>,
  { end, placeOf }: Placing
): Generator<Uint8Array> {
  const ends = endsOf(written, end)
  const startOf = (index: number): number => ends[index - 1] ?? 0
  const placeAt = (index: number): Place =>
    placeOf(written.toString('utf8', startOf(index), startOf(index + 1) - end.length))
  let next = 0
  for (const { place, stretch } of late.sort((a, b) => comparePlaces(a.place, b.place))) {
    let high = ends.length
    let low = next
    while (low < high) {
      const middle = (low + high) >>> 1
      if (comparePlaces(placeAt(middle), place) <= 0) low = middle + 1
      else high = middle
    }
    if (low > next) yield written.subarray(startOf(next), startOf(low))
    next = low
    yield* read(stretch)
  }
  if (next < ends.length) yield written.subarray(startOf(next))
}

/** Where each of the texts ends. */
function endsOf(written: Buffer, end: string): number[] {
  const ends: number[] = []
  for (let at = written.indexOf(end); at !== -1; at = written.indexOf(end, at + end.length)) ends.push(at + end.length)
  return ends
}
