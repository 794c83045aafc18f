import type { Finding } from '../scan/finding.ts'
import type { FindingSink, ScanResult } from '../scan/scan.ts'
import { BytePages, contiguous } from './byte-pages.ts'
import { FindingTexts } from './finding-texts.ts'

/** Raised when a field of the JSON report changes its meaning or goes; new fields do not raise it. */
export const schemaVersion = 1

/**
 * The JSON report. Findings become text as they arrive, so that thousands of them cost little memory; the order of
 * files is settled at the end, since rendered charts name files out of order.
 */
export class JsonReport implements FindingSink {
  readonly #pages = new BytePages()
  readonly #batches: Batch[] = []
  readonly #texts = new FindingTexts()

  add(findings: readonly Finding[]): void {
    let text = ''
    let file: string | null | undefined
    for (const finding of findings) {
      if (file !== undefined && finding.file !== file) {
        this.#store(file, text)
        text = ''
      }
      file = finding.file
      text += this.#texts.of(finding) + separator
    }
    if (file !== undefined) this.#store(file, text)
  }

  #store(file: string | null, text: string): void {
    this.#batches.push({ file: file ?? '', bytes: this.#pages.add(text) })
  }

  /** The whole document, in parts to be written one after the other. */
  *finish(frameworks: readonly string[], { summary, skipped, errors }: ScanResult): Generator<string | Uint8Array> {
    yield `{ "schemaVersion": ${schemaVersion},\n"frameworks": ${JSON.stringify(frameworks)},\n`
    yield `"summary": ${JSON.stringify(summary)},\n"findings": [\n`
    yield* contiguous(withoutLastComma(this.#batches.sort(byFile).map(({ bytes }) => bytes)))
    yield '],\n"skipped": ['
    yield lines(skipped.map(({ file, document, reason }) => JSON.stringify({ file, document, reason })))
    yield '],\n"errors": ['
    yield lines(errors.map(({ file, line, column, message }) => JSON.stringify({ file, line, column, message })))
    yield ']\n}\n'
  }
}

interface Batch {
  readonly file: string
  readonly bytes: Uint8Array
}

function byFile(a: Batch, b: Batch): number {
  return a.file === b.file ? 0 : a.file < b.file ? -1 : 1
}

/** Every finding ends with a comma and a line break, since which one is the last is known only at the end. */
function withoutLastComma(batches: Uint8Array[]): Uint8Array[] {
  const last = batches.pop()
  if (last !== undefined) batches.push(last.subarray(0, -separator.length))
  return batches
}

const separator = ',\n'

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `\n  ${texts.join(',\n  ')}`
}
