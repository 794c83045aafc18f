/** The first bytes of what is in parts; none where `length` is not positive. */
export function* firstBytes(parts: Iterable<Uint8Array>, length: number): Generator<Uint8Array> {
  let left = length
  for (const part of parts) {
    if (left <= 0) return
    yield part.length <= left ? part : part.subarray(0, left)
    left -= part.length
  }
}
