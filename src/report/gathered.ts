/** Parts are gathered up to about this length. */
const room = 1 << 16

/**
 * The same bytes in fewer parts, since each is written by a call of its own: small ones are gathered in one place, which
 * holds until the next is asked for.
 */
export function* gathered(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  const place = Buffer.allocUnsafeSlow(room)
  let used = 0
  for (const part of parts) {
    if (used + part.length > room && used > 0) {
      yield place.subarray(0, used)
      used = 0
    }
    if (part.length > room) yield part
    else {
      place.set(part, used)
      used += part.length
    }
  }
  if (used > 0) yield place.subarray(0, used)
}
