import { posix } from 'node:path'
import { jsonString } from '../json-text.ts'

/** What relative addresses are relative to: names of SARIF's `originalUriBaseIds`. */
export const sourceRootId = '%SRCROOT%'
const inputId = 'INPUT'
const clusterId = 'CLUSTER'

/** Without addresses, so that a report tells nothing of the machine and is the same on every one. */
export const baseIds = {
  [sourceRootId]: { description: { text: 'The root of the repository, else the folder that was current.' } },
  [inputId]: { description: { text: 'Standard input.' } },
  [clusterId]: { description: { text: 'The API of the cluster that was read.' } }
} as const

/** Folders as absolute paths. */
export interface SourceFolders {
  readonly current: string
  /** The root of the repository that was scanned; that folder itself where there is none. */
  readonly root: string
}

/**
 * Addresses of files as SARIF's `artifactLocation`: relative to the root where they lie below it, percent-encoded
 * (RFC 3986), so that code scanning finds them from whichever folder the scan was started.
 */
export class ArtifactUris {
  readonly #folders: SourceFolders
  readonly #locations = new Map<string, string>()

  constructor(folders: SourceFolders) {
    this.#folders = folders
  }

  /** JSON of the location of a file as reports name it; `-` is standard input. */
  ofFile(file: string): string {
    let location = this.#locations.get(file)
    if (location === undefined) {
      location = this.#locationOf(file)
      // Reports go through files one by one.
      this.#locations.clear()
      this.#locations.set(file, location)
    }
    return location
  }

  /** JSON of the location of a live object. Code scanning shows nothing that has none. */
  ofObject(steps: readonly string[]): string {
    return relativeTo(clusterId, encoded(steps))
  }

  #locationOf(file: string): string {
    if (file === '-') return relativeTo(inputId, 'stdin')
    const path = posix.resolve(this.#folders.current, file)
    const below = posix.relative(this.#folders.root, path)
    const steps = below.split('/')
    if (below !== '' && steps[0] !== '..') return relativeTo(sourceRootId, encoded(steps))
    return `{"uri":${jsonString(`file://${encoded(path.split('/'))}`)}}`
  }
}

function relativeTo(base: string, uri: string): string {
  return `{"uri":${jsonString(uri)},"uriBaseId":"${base}"}`
}

function encoded(steps: readonly string[]): string {
  return steps.map((step) => encodeURIComponent(step.toWellFormed())).join('/')
}
