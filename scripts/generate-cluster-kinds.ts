/** Writes the table of the kinds that are read of a cluster into docs/live-clusters.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClusterKinds } from './cluster-kinds.ts'

const path = join(import.meta.dirname, '../docs/live-clusters.md')
writeFileSync(path, withClusterKinds(readFileSync(path, 'utf8')))
