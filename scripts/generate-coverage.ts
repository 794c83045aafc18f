/**
 * Writes docs/coverage.md: for each item of each framework the controls that answer it, or what a person has to show.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageDocument } from './coverage.ts'

writeFileSync(join(import.meta.dirname, '../docs/coverage.md'), coverageDocument())
