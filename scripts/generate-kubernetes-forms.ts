/**
 * Writes `src/kubernetes/generated/forms.ts` from Go's own types of the Kubernetes API, of the version that
 * `kubernetes-forms/go.mod` names. Needs Go.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Forms, formsModule } from './kubernetes-types/forms-module.ts'

const cwd = join(import.meta.dirname, 'kubernetes-forms')
const written = execFileSync('go', ['run', '.'], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })
const target = join(import.meta.dirname, '../src/kubernetes/generated/forms.ts')
writeFileSync(target, formsModule(JSON.parse(written) as Forms))
process.stdout.write(`${target}\n`)
