/** Writes the published JSON schemas to `docs/schema`. A test fails while they are not current. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemaFiles } from './schema/schema-files.ts'

const folder = join(import.meta.dirname, '../docs/schema')
mkdirSync(folder, { recursive: true })
for (const [name, text] of schemaFiles) writeFileSync(join(folder, name), text)
