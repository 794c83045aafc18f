interface Row {
  readonly order: number
  readonly text: string
}

/** Rows under headings, as far as they could be shown; the others are counted. */
export class BoundedRows {
  readonly #longest: number
  readonly #rows = new Map<string, Row[]>()
  #length = 0
  #count = 0

  /** @param longest How much is kept, in UTF-16 units. */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** All rows, with those that were not kept. */
  get count(): number {
    return this.#count
  }

  /** @param order Of the rows under one heading, the lowest comes first; equal ones stay as they came. */
  add(heading: string, order: number, text: string): void {
    this.#count++
    if (this.#length > this.#longest) return
    this.#length += text.length
    const rows = this.#rows.get(heading)
    if (rows === undefined) this.#rows.set(heading, [{ order, text }])
    else rows.push({ order, text })
  }

  /** What was kept, by heading in the order of code units. */
  inOrder(): [heading: string, rows: readonly string[]][] {
    return [...this.#rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([heading, rows]) => [heading, rows.sort((a, b) => a.order - b.order).map(({ text }) => text)])
  }
}
