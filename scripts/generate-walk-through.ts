/** Writes into the README of the samples how many findings each step of its walk-through leaves. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFindings } from './walk-through.ts'

const path = join(import.meta.dirname, '../samples/README.md')
writeFileSync(path, withFindings(readFileSync(path, 'utf8')))
