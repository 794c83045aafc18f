/** A series of pages that is read ahead of its reader, by two pages at most. */
class ReadAhead<T> {
  readonly #source: AsyncGenerator<T>
  readonly #pages: Promise<IteratorResult<T>>[] = []

  constructor(source: AsyncGenerator<T>) {
    this.#source = source
    this.#request()
  }

  async *pages(): AsyncGenerator<T> {
    while (true) {
      const page = await this.#pages.shift()
      if (page === undefined || page.done === true) return
      // The next one is on its way while this one is being looked at.
      this.#request()
      yield page.value
    }
  }

  #request(): void {
    const page = this.#source.next()
    // Whoever reads so far is told; until then nobody has to be.
    page.catch(() => {})
    this.#pages.push(page)
  }
}

/**
 * Reads several series at once and gives their items in the order of the series. So many are under way at a time, with a
 * page or two of each in memory, however long they are.
 */
export async function* inOrder<T>(series: readonly (() => AsyncGenerator<T>)[], atOnce: number): AsyncGenerator<T> {
  const started: ReadAhead<T>[] = []
  let next = 0
  while (next < series.length || started.length > 0) {
    while (started.length < atOnce && next < series.length) {
      const start = series[next++]
      if (start !== undefined) started.push(new ReadAhead(start()))
    }
    const first = started[0]
    if (first !== undefined) yield* first.pages()
    started.shift()
  }
}
