/**
 * Writes `src/kubernetes/generated/component-types.ts` from the packages of Kubernetes' own components, which a Go
 * program reads by reflection: the types of their configuration files and the flags that they know.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Declared, moduleText } from './component-types/module-text.ts'

const folder = join(import.meta.dirname, 'component-types/reflect')
const declared: Declared = JSON.parse(
  execFileSync('go', ['run', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
)

const target = join(import.meta.dirname, '../src/kubernetes/generated/component-types.ts')
writeFileSync(target, moduleText(declared))
process.stdout.write(`${target}\n`)
