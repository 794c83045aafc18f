import type { Control } from '../../controls/control.ts'
import { isClusterScoped } from '../../estate/cluster-scoped.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { PageStore } from '../byte-pages.ts'
import { firstBytes } from '../first-bytes.ts'
import { inputNotes } from '../input-notes.ts'
import { jsonOf } from '../json-text.ts'
import { KeyedTexts } from '../keyed-texts.ts'
import type { Report } from '../report.ts'
import { type Dialect, dialects } from './dialect.ts'
import { type Part, Parts, type Scope } from './part.ts'
import { resultOf } from './result.ts'

const separator = ',\n'

/** A name that the API server takes for a namespace (RFC 1123 label). */
const namespaceName = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/

/**
 * Resources that a cluster keeps: a report for each namespace, and one for what lies in none, which is there even when
 * nothing falls short. One that would be too large for an object is several. Written as a List, as `kubectl` takes it.
 */
export class PolicyReport implements Report {
  readonly #dialect: Dialect
  readonly #controls: ReadonlyMap<string, Control>
  readonly #results: KeyedTexts
  readonly #parts = new Parts()
  #notes: readonly string[] = []

  /** @param store Takes what is too much for memory. */
  constructor(dialect: keyof typeof dialects, controls: readonly Control[], store: PageStore) {
    this.#dialect = dialects[dialect]
    this.#controls = new Map(controls.map((control) => [control.id, control]))
    this.#results = new KeyedTexts(store)
    this.#results.add(this.#parts.of(null, 0).key, '')
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { text, outcome } = resultOf(finding, this.#controls.get(finding.control))
      const line = text + separator
      const bytes = Buffer.byteLength(line)
      const part = this.#parts.of(scopeOf(finding), bytes)
      part.counts[outcome]++
      part.bytes += bytes
      this.#results.add(part.key, line)
    }
  }

  *finish(frameworks: readonly string[], result: ScanResult): Generator<string | Uint8Array> {
    this.#notes = inputNotes(result)
    yield '{"apiVersion":"v1","kind":"List","items":['
    let between = '\n'
    for (const { key, parts } of this.#results.inOrder()) {
      const part = this.#parts.get(key)
      if (part === undefined) throw new Error('results of no report')
      yield `${between}{${this.#head(part, frameworks)},"results":[\n`
      yield* firstBytes(parts, part.bytes - separator.length)
      yield '\n]}'
      between = separator
    }
    yield '\n]}\n'
  }

  /** A list of results has no place for what could not be read. */
  notes(): readonly string[] {
    return this.#notes
  }

  #head({ scope, number, counts }: Part, frameworks: readonly string[]): string {
    const { apiVersion, kind, clusterKind, source } = this.#dialect
    const metadata = {
      name: number === 1 ? 'bulwark' : `bulwark-${number}`,
      ...(scope === null || scope === '' ? {} : { namespace: scope }),
      labels: { 'app.kubernetes.io/managed-by': 'bulwark' },
      annotations: { 'bulwark.dev/frameworks': frameworks.join(', ') }
    }
    const type = `"apiVersion":"${apiVersion}","kind":"${scope === null ? clusterKind : kind}"`
    return `${type},${source}"metadata":${jsonOf(metadata)},"summary":${jsonOf(counts)}`
  }
}

/** An object without a namespace is put where the report is applied, as its manifest would be. */
function scopeOf({ file, resource }: Finding): Scope {
  const { namespace } = resource
  if (namespace === null) return file === null || isClusterScoped(resource) ? null : ''
  return namespaceName.test(namespace) ? namespace : ''
}
