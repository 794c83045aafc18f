/** Writes the guide's statements and the open questions into docs/runtime-fabric.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withStatements } from './rtf-statements.ts'

const path = join(import.meta.dirname, '../docs/runtime-fabric.md')
writeFileSync(path, withStatements(readFileSync(path, 'utf8')))
