/** Writes every file that is derived from sources: `make generate`. */
import './generate-controls.ts'
import './generate-schemas.ts'
import './generate-examples.ts'
