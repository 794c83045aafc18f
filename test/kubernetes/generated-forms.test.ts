import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Forms, formsModule } from '../../scripts/kubernetes-types/forms-module.ts'
import { goProgram } from '../go-program.ts'

test('the generated forms of empty fields are what the generator writes', async (t) => {
  const program = await goProgram(join(import.meta.dirname, '../../scripts/kubernetes-forms'))
  if (typeof program !== 'string') return t.skip(program.skipped)
  const { stdout } = spawnSync(program, { encoding: 'utf8', maxBuffer: 1 << 26 })
  const generated = readFileSync(join(import.meta.dirname, '../../src/kubernetes/generated/forms.ts'), 'utf8')
  assert.ok(formsModule(JSON.parse(stdout) as Forms) === generated, 'run scripts/generate-kubernetes-forms.ts')
})
