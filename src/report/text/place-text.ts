import type { Finding } from '../../scan/finding.ts'
import type { Paint } from '../paint.ts'
import { pointsToSecret } from '../points-to-secret.ts'
import { printable } from '../printable.ts'
import { codeFrame } from './code-frame.ts'
import { isPass, type Place } from './places.ts'
import { severityPaint } from './severity-paint.ts'
import type { SourceLines } from './source-lines.ts'
import { type Verdict, verdictLines } from './verdict-lines.ts'
import { wrap } from './wrap.ts'

const frameIndentation = '  '
const indentation = '    '
const labelWidth = 8
const passesWidth = 100

/** Shows places: a code frame each, and below it what is wrong there. */
export class PlaceText {
  readonly #paint: Paint
  readonly #width: number | null
  readonly #source: SourceLines

  /** @param width In columns, or null where nothing limits it. */
  constructor(paint: Paint, width: number | null, source: SourceLines) {
    this.#paint = paint
    this.#width = width
    this.#source = source
  }

  of(place: Place): string {
    const lines = isPass(place[0]) ? this.#passes(place) : [...this.#frame(place[0]), ...this.#verdicts(place)]
    return `${lines.join('\n')}\n\n`
  }

  /** Nothing of a Secret is shown, and what is gone cannot be: then the position stands alone. */
  #frame(finding: Finding): string[] {
    const { file, line, column } = finding
    if (file === null || line === null || column === null) return []
    const width = this.#width === null ? null : this.#width - frameIndentation.length
    const frame = pointsToSecret(finding) ? [] : codeFrame(this.#source, { file, line, column }, this.#paint, width)
    return (frame.length === 0 ? [`line ${line}, column ${column}`] : frame).map((text) => frameIndentation + text)
  }

  #verdicts(place: Place): string[] {
    const verdicts = place.map((finding): Verdict => {
      const label = finding.status === 'fail' ? finding.severity : finding.status
      const painted = severityPaint(this.#paint, finding.status === 'fail' ? finding.severity : 'low')
      return { head: painted(label.padEnd(labelWidth)), text: messageText(finding), control: finding.control }
    })
    return this.#indented(verdictLines(verdicts, this.#room(), this.#paint))
  }

  /** Controls that an object passes, since there is nothing to say about any of them. */
  #passes(place: Place): string[] {
    const room = Math.min(passesWidth, this.#room() ?? passesWidth)
    const lines = wrap(place.map(({ control }) => control).join(', '), room)
    const head = this.#paint.green('pass'.padEnd(labelWidth))
    return this.#indented(lines.map((line, index) => ({ head: index === 0 ? head : null, line })))
  }

  /** Columns behind the label. */
  #room(): number | null {
    return this.#width === null ? null : this.#width - indentation.length - labelWidth - frameIndentation.length
  }

  #indented(lines: readonly { readonly head: string | null; readonly line: string }[]): string[] {
    return lines.map(({ head, line }) => `${indentation}${head ?? ' '.repeat(labelWidth)}  ${line}`)
  }
}

/** What the heading names already is not said again. */
function messageText({ message, where, reason, exception }: Finding): string {
  const own = where !== 'pod' && message.startsWith(`${where} `) ? message.slice(where.length + 1) : message
  if (exception !== null) {
    const { reason: why, owner, expires } = exception
    return printable(`${own} (tolerated until ${expires} by ${owner}: ${why})`)
  }
  return printable(reason === null ? own : `${own} (${reason})`)
}
