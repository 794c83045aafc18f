/**
 * Writes `src/controls/generated/`: every control file under `src/controls/<chapter>/`, in the order of their ids, and
 * the chapter of each. `make generate` runs it; a test fails while the files are not current.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chapterIndex, controlIndex } from './control-index.ts'

const controls = join(import.meta.dirname, '../src/controls')
writeFileSync(join(controls, 'generated/index.ts'), controlIndex(controls))
writeFileSync(join(controls, 'generated/chapters.ts'), chapterIndex(controls))
