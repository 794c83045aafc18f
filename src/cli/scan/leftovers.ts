import { getHeapStatistics } from 'node:v8'

/** A heap that has grown by so much since the last time is worth looking through. */
const worthwhile = 6 * 1024 * 1024

/**
 * Frees what reading leaves behind. V8 is started with a large heap, so that it does not stop short scans to look for
 * garbage; of a long one, what was read and forgotten would soon be a quarter of the process.
 */
export class Leftovers {
  #used = getHeapStatistics().used_heap_size
  /** There only with `--expose-gc`, as `bin/v8-flags` has it. */
  readonly #collect = globalThis.gc

  /** To be called now and then: it costs next to nothing where there is little to gain. */
  free(): void {
    if (this.#collect === undefined || getHeapStatistics().used_heap_size - this.#used < worthwhile) return
    this.#collect()
    this.#used = getHeapStatistics().used_heap_size
  }
}
