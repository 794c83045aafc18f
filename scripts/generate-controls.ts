/**
 * Writes `src/controls/generated/index.ts`: every control file under `src/controls/<chapter>/`, in the order of their
 * ids. `make generate` runs it; a test fails while the file is not current.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { controlIndex } from './control-index.ts'

const controls = join(import.meta.dirname, '../src/controls')
writeFileSync(join(controls, 'generated/index.ts'), controlIndex(controls))
