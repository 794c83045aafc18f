import type { Control } from '../../controls/control.ts'
import type { Finding } from '../../scan/finding.ts'
import type { ScanResult } from '../../scan/scan.ts'
import type { PageStore } from '../byte-pages.ts'
import { jsonOf } from '../json-text.ts'
import type { Report } from '../report.ts'
import { SourceLines, type TextOf } from '../text/source-lines.ts'
import { ArtifactUris, baseIds, type SourceFolders } from './artifact-uri.ts'
import { invocation, notificationKinds } from './invocation.ts'
import { type Kept, limits } from './limits.ts'
import { RankedResults } from './ranked-results.ts'
import { ResultTexts } from './result.ts'
import { Rules } from './rules.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** What a report says of the scan itself. */
export interface SarifSetting {
  /** Bulwark's version. */
  readonly version: string
  readonly controls: readonly Control[]
  readonly folders: SourceFolders
  readonly textOf: TextOf
}

/**
 * A SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html) of one run, in the form and within
 * the limits of GitHub's code scanning: the worst results come first, and what it would refuse is left out and said.
 */
export class SarifReport implements Report {
  readonly #version: string
  readonly #rules: Rules
  readonly #uris: ArtifactUris
  readonly #results: RankedResults
  #notes: readonly string[] = []

  /** @param store Takes what is too much for memory. */
  constructor({ version, controls, folders, textOf }: SarifSetting, store: PageStore) {
    this.#version = version
    this.#rules = new Rules(controls)
    this.#uris = new ArtifactUris(folders)
    const texts = new ResultTexts(this.#rules, this.#uris, new SourceLines(textOf))
    this.#results = new RankedResults(store, (finding) => texts.of(finding))
  }

  add(findings: readonly Finding[]): void {
    this.#results.add(findings)
  }

  *finish(frameworks: readonly string[], result: ScanResult, exitCode: number): Generator<string | Uint8Array> {
    const written = this.#results.kept()
    const leftOut = leftOutText(this.#results.found, written)
    this.#notes = notesOf(written, leftOut)
    const driver = {
      name: 'Bulwark',
      version: this.#version,
      semanticVersion: this.#version,
      rules: this.#rules.descriptors(frameworks),
      notifications: notificationKinds
    }
    yield `{"$schema":"${schema}","version":"2.1.0","runs":[{"tool":{"driver":${jsonOf(driver)}},\n`
    yield `"columnKind":"utf16CodeUnits","originalUriBaseIds":${jsonOf(baseIds)},\n"results":[\n`
    yield* this.#results.written(written)
    yield `\n],\n"invocations":[${jsonOf(invocation(result, exitCode, this.#uris, leftOut))}]}]}\n`
  }

  /** What GitHub would not show. */
  notes(): readonly string[] {
    return this.#notes
  }
}

function leftOutText(found: number, { count }: Kept): string | null {
  if (count === found) return null
  const limit = `${limits.results} results and 10 MB compressed`
  return `${found - count} of ${found} results, the least severe, are left out, since GitHub takes no more than ${limit}`
}

function notesOf({ count }: Kept, leftOut: string | null): string[] {
  const notes = leftOut === null ? [] : [`SARIF: ${leftOut}; -o json has them all`]
  if (count > limits.shownResults)
    notes.push(`SARIF: of ${count} results, GitHub shows the ${limits.shownResults} most severe`)
  return notes
}
