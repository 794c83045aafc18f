import type { Finding } from '../scan/finding.ts'
import type { FindingSink, ScanResult } from '../scan/scan.ts'
import { jsonString, jsonStringOrNull } from './json-text.ts'

/** Raised when a field of the JSON report changes its meaning or goes; new fields do not raise it. */
export const schemaVersion = 1

/**
 * The JSON report. Findings become text as they arrive, so that thousands of them cost little memory; the order of
 * files is settled at the end, since rendered charts name files out of order.
 */
export class JsonReport implements FindingSink {
  readonly #batches: Batch[] = []

  add(findings: readonly Finding[]): void {
    let first = 0
    while (first < findings.length) {
      const head = findings[first]
      if (head === undefined) break
      let next = first + 1
      while (next < findings.length && findings[next]?.file === head.file) next++
      this.#batches.push({ file: head.file ?? '', text: findings.slice(first, next).map(findingText).join(',\n  ') })
      first = next
    }
  }

  /** The whole document, in parts to be written one after the other. */
  *finish(frameworks: readonly string[], { summary, skipped, errors }: ScanResult): Generator<string> {
    yield `{ "schemaVersion": ${schemaVersion},\n"frameworks": ${JSON.stringify(frameworks)},\n`
    yield `"summary": ${JSON.stringify(summary)},\n"findings": [`
    const batches = this.#batches.sort(byFile)
    for (let index = 0; index < batches.length; index++)
      yield (index === 0 ? '\n  ' : ',\n  ') + (batches[index]?.text ?? '')
    yield '],\n"skipped": ['
    yield lines(skipped.map(({ file, document, reason }) => JSON.stringify({ file, document, reason })))
    yield '],\n"errors": ['
    yield lines(errors.map(({ file, line, column, message }) => JSON.stringify({ file, line, column, message })))
    yield ']\n}\n'
  }
}

interface Batch {
  readonly file: string
  readonly text: string
}

function byFile(a: Batch, b: Batch): number {
  return a.file === b.file ? 0 : a.file < b.file ? -1 : 1
}

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `\n  ${texts.join(',\n  ')}`
}

const listTexts = new WeakMap<object, string>()

/** JSON of an object that many findings share, made once. */
function shared(value: object): string {
  let text = listTexts.get(value)
  if (text === undefined) {
    text = JSON.stringify(value)
    listTexts.set(value, text)
  }
  return text
}

function findingText(finding: Finding): string {
  const { control, severity, status, reason, container, file, path, message, fix, located, exception } = finding
  const why = reason === undefined ? '' : `,"reason":${jsonString(reason)}`
  return `{"control":"${control}","severity":"${severity}","status":"${status}"${why},"resource":${shared(finding.resource)},"container":${container === null ? 'null' : shared(container)},"file":${jsonStringOrNull(file)},"document":${finding.document},"line":${finding.line},"column":${finding.column},"located":${jsonStringOrNull(located)},"path":${jsonString(path)},"message":${jsonString(message)},"fix":${jsonStringOrNull(fix)},"fingerprint":"${finding.fingerprint}","maps":${shared(finding.maps)},"fails":${shared(finding.fails)},"exception":${exception === null ? 'null' : JSON.stringify(exception)}}`
}
