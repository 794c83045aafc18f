import { type Signal, signal } from '@preact/signals'
import type { Chunk } from '../model/chunks.ts'

/** So many findings are put into the page without anybody scrolling to them. */
const carriedEasily = 5000
/** Chunks this near the window are put into the page. */
const near = '1200px'

let generations = 0

/** Which chunks of a list are in the page. They stay until the list is another one. */
export class ShownChunks {
  readonly generation = ++generations
  readonly #chunks: readonly Chunk[]
  readonly #shown: readonly Signal<boolean>[]
  readonly #observer: IntersectionObserver
  #idle: number | undefined

  constructor(chunks: readonly Chunk[]) {
    this.#chunks = chunks
    this.#shown = chunks.map((_, index) => signal(index === 0))
    this.#observer = new IntersectionObserver((entries) => this.#onSeen(entries), { rootMargin: near })
    this.#fillWhenIdle(1)
  }

  /** Read in a component, it is drawn anew when the chunk comes into the page. */
  isShown(index: number): boolean {
    return this.#shown[index]?.value ?? false
  }

  /** Puts the chunk of a hit into the page. */
  include(hit: number): void {
    this.#show(this.#chunks.findIndex(({ end }) => hit < end))
  }

  /** Watches the element that stands for a chunk which is not in the page yet. */
  readonly watch = (element: Element | null): void => {
    if (element !== null) this.#observer.observe(element)
  }

  stop(): void {
    this.#observer.disconnect()
    if (this.#idle !== undefined) cancelWhenIdle(this.#idle)
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue
      this.#show(Number(target.dataset.chunk))
      this.#observer.unobserve(target)
    }
  }

  #show(index: number): void {
    const chunk = this.#shown[index]
    if (chunk !== undefined) chunk.value = true
  }

  #fillWhenIdle(index: number): void {
    const chunk = this.#chunks[index]
    if (chunk === undefined || chunk.end > carriedEasily) return
    this.#idle = whenIdle(() => {
      this.#show(index)
      this.#fillWhenIdle(index + 1)
    })
  }
}

/** Not every browser says when it is idle. */
function whenIdle(act: () => void): number {
  return typeof requestIdleCallback === 'function'
    ? requestIdleCallback(act, { timeout: 1000 })
    : window.setTimeout(act, 50)
}

function cancelWhenIdle(handle: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(handle)
  else clearTimeout(handle)
}
