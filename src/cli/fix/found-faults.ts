import type { Finding } from '../../scan/finding.ts'
import type { FindingSink } from '../../scan/scan.ts'

/** What a scan found in one file. */
export interface FileFaults {
  readonly findings: Finding[]
  /** Fingerprints of what an exception covers. */
  readonly tolerated: Set<string>
}

/** Keeps what a scan finds, by file: all of it is known only when everything was read. */
export class FoundFaults implements FindingSink {
  /** In the order in which something was found. */
  readonly files = new Map<string, FileFaults>()
  excepted = 0

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      if (finding.file === null) continue
      if (finding.status === 'fail') this.#of(finding.file).findings.push(finding)
      else if (finding.status === 'excepted') {
        this.excepted++
        this.#of(finding.file).tolerated.add(finding.fingerprint)
      }
    }
  }

  /** Has an entry for a file, whether something is found in it or not. */
  know(file: string): void {
    this.#of(file)
  }

  /** What was found in other files than these. */
  filesOutside(known: ReadonlySet<string>): ReadonlyMap<string, FileFaults> {
    return new Map([...this.files].filter(([file, { findings }]) => findings.length > 0 && !known.has(file)))
  }

  #of(file: string): FileFaults {
    const known = this.files.get(file)
    if (known !== undefined) return known
    const made = { findings: [], tolerated: new Set<string>() }
    this.files.set(file, made)
    return made
  }
}
