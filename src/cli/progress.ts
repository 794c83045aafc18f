import { stderrIsTerminal } from './terminal.ts'
import { writeError } from './write.ts'

const beforeFirst = 1000
const between = 100
const barWidth = 24

/** A bar on standard error, once work takes more than a second and somebody looks; nothing otherwise. */
export class Progress {
  readonly #noun: string
  readonly #visible = stderrIsTerminal()
  readonly #started = Date.now()
  #total = 0
  #done = 0
  #lastDrawn = 0
  #note = ''

  /** @param noun What is counted, in the plural. */
  constructor(noun: string) {
    this.#noun = noun
  }

  expect(total: number): void {
    this.#total = total
  }

  step(): void {
    this.#done++
    this.#draw()
  }

  /** Says more than the count does, such as `1200 objects`. */
  note(text: string): void {
    this.#note = `, ${text}`
    this.#draw()
  }

  #draw(): void {
    if (!this.#visible) return
    const now = Date.now()
    if (now - this.#started < beforeFirst || now - this.#lastDrawn < between) return
    this.#lastDrawn = now
    writeError(`\r\u001b[K${this.#line(now)}`)
  }

  /** Removes the bar, so that what follows starts on a clean line. */
  end(): void {
    if (this.#lastDrawn > 0) writeError('\r\u001b[K')
  }

  #line(now: number): string {
    const share = Math.min(1, this.#done / Math.max(1, this.#total))
    const filled = Math.round(share * barWidth)
    const left = Math.ceil(((now - this.#started) * (1 - share)) / Math.max(share, 0.001) / 1000)
    const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
    return `${bar} ${this.#done} of ${Math.max(this.#total, this.#done)} ${this.#noun}${this.#note}, ${left} s left`
  }
}
