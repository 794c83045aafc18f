import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of real manifests that tests read, or null where there is none: they are not part of the project. */
export function corpusFolder(): string | null {
  const folder = process.env.BULWARK_CORPUS ?? join(import.meta.dirname, '../../shared/corpus')
  return existsSync(folder) ? folder : null
}
