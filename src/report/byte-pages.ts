const pageSize = 1 << 20

/**
 * Text collected as UTF-8 outside the heap: a report of many megabytes would otherwise keep the garbage collector
 * busy until it is written.
 */
export class BytePages {
  #page: Buffer = Buffer.allocUnsafeSlow(pageSize)
  #used = 0

  /** Stores a text and says where: a view that stays as it is. */
  add(text: string): Uint8Array {
    // A UTF-16 unit takes at most three bytes.
    if (this.#used + text.length * 3 > this.#page.length) {
      this.#page = Buffer.allocUnsafeSlow(Math.max(pageSize, text.length * 3))
      this.#used = 0
    }
    const start = this.#used
    this.#used += this.#page.write(text, start, 'utf8')
    return this.#page.subarray(start, this.#used)
  }
}

/** Joins views that lie one behind the other, so that they are written at once. */
export function* contiguous(views: Iterable<Uint8Array>): Generator<Uint8Array> {
  let current: Uint8Array | undefined
  for (const view of views) {
    if (current !== undefined && follows(current, view)) {
      current = new Uint8Array(current.buffer, current.byteOffset, current.length + view.length)
      continue
    }
    if (current !== undefined) yield current
    current = view
  }
  if (current !== undefined) yield current
}

function follows(first: Uint8Array, second: Uint8Array): boolean {
  return first.buffer === second.buffer && first.byteOffset + first.length === second.byteOffset
}
