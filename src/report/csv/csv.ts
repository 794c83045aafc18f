import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { PageStore } from '../byte-pages.ts'
import { inputNotes } from '../input-notes.ts'
import type { Report } from '../report.ts'
import { TextsByFile } from '../texts-by-file.ts'
import { csvCell } from './cell.ts'
import { placeOf, rowEnd } from './row-place.ts'

/** What a column is called and what it says. Columns are only ever added, and at the end. */
type Column = readonly [name: string, cell: (finding: Finding, control: Control | undefined) => string]

const columns: readonly Column[] = [
  ['status', ({ status }) => status],
  ['severity', ({ severity }) => severity],
  ['control', ({ control }) => control],
  ['title', (_, control) => control?.title ?? ''],
  ['apiVersion', ({ resource }) => resource.apiVersion],
  ['kind', ({ resource }) => resource.kind],
  ['namespace', ({ resource }) => resource.namespace ?? ''],
  ['name', ({ resource }) => resource.name ?? ''],
  ['container', ({ container }) => container?.name ?? ''],
  ['containerType', ({ container }) => container?.type ?? ''],
  ['file', ({ file }) => file ?? ''],
  ['document', ({ document }) => numberText(document)],
  ['line', ({ line }) => numberText(line)],
  ['column', ({ column }) => numberText(column)],
  ['path', ({ path }) => path],
  ['message', ({ message }) => message],
  ['reason', ({ reason }) => reason ?? ''],
  ['fix', ({ fix }) => fix ?? ''],
  ['fails', ({ fails }) => fails.join(' ')],
  ['maps', ({ maps }) => itemsText(maps)],
  ['exceptionId', ({ exception }) => exception?.id ?? ''],
  ['exceptionReason', ({ exception }) => exception?.reason ?? ''],
  ['exceptionOwner', ({ exception }) => exception?.owner ?? ''],
  ['exceptionExpires', ({ exception }) => exception?.expires ?? ''],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['baseline', ({ baseline }) => (baseline === true ? 'true' : '')]
]

const names = columns.map(([name]) => name)

/** One row for each finding, as RFC 4180 has it: a header, commas, CR LF, UTF-8 without a byte order mark. */
export class CsvReport implements Report {
  readonly #rows: TextsByFile
  #notes: readonly string[] = []

  /** @param store Takes what is too much for memory. */
  constructor(controls: readonly Control[], store: PageStore) {
    const byId = new Map(controls.map((control) => [control.id, control]))
    this.#rows = new TextsByFile(store, (finding) => rowOf(finding, byId.get(finding.control)), {
      end: rowEnd,
      placeOf: (row) => placeOf(row, names)
    })
  }

  add(findings: readonly Finding[]): void {
    this.#rows.add(findings)
  }

  *finish(_: readonly string[], result: ScanResult): Generator<string | Uint8Array> {
    this.#notes = inputNotes(result)
    yield names.join(',') + rowEnd
    yield* this.#rows.parts()
  }

  /** A table of findings has no place for what could not be read. */
  notes(): readonly string[] {
    return this.#notes
  }
}

function rowOf(finding: Finding, control: Control | undefined): string {
  return columns.map(([, cell]) => csvCell(cell(finding, control))).join(',') + rowEnd
}

function numberText(number: number | null): string {
  return number === null ? '' : String(number)
}

/** Findings of a control share one object. */
const itemsTexts = new WeakMap<Finding['maps'], string>()

/** `cis:5.2.2 pss:privileged`. */
function itemsText(maps: Finding['maps']): string {
  const known = itemsTexts.get(maps)
  if (known !== undefined) return known
  const items = Object.entries(maps).flatMap(([framework, own]) => own.map((item) => `${framework}:${item}`))
  const text = items.join(' ')
  itemsTexts.set(maps, text)
  return text
}
