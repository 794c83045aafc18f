import type { Finding } from '../scan/finding.ts'
import { type Place, placeIn } from '../scan/report-order.ts'
import type { ScanResult } from '../scan/scan.ts'
import type { PageStore } from './byte-pages.ts'
import { FindingTexts } from './finding-texts.ts'
import { firstBytes } from './first-bytes.ts'
import { jsonOf } from './json-text.ts'
import type { Report } from './report.ts'
import { TextsByFile } from './texts-by-file.ts'

/** Raised when a field of the JSON report changes its meaning or goes; new fields do not raise it. */
export const schemaVersion = 1

/**
 * The JSON report. Findings become text as they arrive, so that thousands of them cost little memory.
 */
export class JsonReport implements Report {
  readonly #findings: TextsByFile

  /** @param store Takes what is too much for memory. */
  constructor(store: PageStore) {
    const texts = new FindingTexts()
    this.#findings = new TextsByFile(store, (finding) => texts.of(finding) + separator, { end: separator, placeOf })
  }

  add(findings: readonly Finding[]): void {
    this.#findings.add(findings)
  }

  /** The whole document, in parts to be written one after the other. */
  *finish(
    frameworks: readonly string[],
    { summary, skipped, errors, unread }: ScanResult
  ): Generator<string | Uint8Array> {
    yield `{ "schemaVersion": ${schemaVersion},\n"frameworks": ${JSON.stringify(frameworks)},\n`
    yield `"summary": ${JSON.stringify(summary)},\n"findings": [\n`
    // Every finding ends with a separator, since which one is the last is known only here: its own goes.
    yield* firstBytes(this.#findings.parts(), this.#findings.length - separator.length)
    yield '],\n"skipped": ['
    yield* lines(skipped, ({ file, document, reason }) => ({ file, document, reason }))
    yield '],\n"errors": ['
    yield* lines(errors, ({ file, line, column, message }) => ({ file, line, column, message }))
    yield '],\n"unread": ['
    yield* lines(unread, ({ kind, group, namespace, reason }) => ({ kind, group, namespace, reason }))
    yield ']\n}\n'
  }
}

const separator = ',\n'

/**
 * Where the finding of a line belongs. Only that is read, since reading lines whole takes longer than writing them; fields
 * stand in the order in which `FindingTexts` writes them, and texts before them hold no such key.
 */
function placeOf(line: string): Place {
  const match =
    /^\{"control":"([^"]+)".*?,"name":(null|"[^"\\]*")\},"container":.*?,"document":(null|\d+),"line":[^"]+"column":[^"]+"located":[^,]+,"path":("(?:[^"\\]|\\.)*")/.exec(
      line
    )
  const [, control, name, document, path] = match ?? []
  // A name that JSON has to escape is rare.
  if (control === undefined || path === undefined) return placeIn(JSON.parse(line) as Finding)
  const isLive = document === 'null'
  return {
    document: isLive ? null : Number(document),
    name: isLive && name !== undefined && name !== 'null' ? name.slice(1, -1) : null,
    path: path.includes('\\') ? JSON.parse(path) : path.slice(1, -1),
    control
  }
}

/** Parts are written up to about this length. */
const longestText = 1 << 16

/** A list of objects, one on each line. */
function* lines<T>(items: readonly T[], shown: (item: T) => object): Generator<string> {
  let text = ''
  for (const [index, item] of items.entries()) {
    text += `${index === 0 ? '' : ','}\n  ${jsonOf(shown(item))}`
    if (text.length < longestText) continue
    yield text
    text = ''
  }
  yield text
}
