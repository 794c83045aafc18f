import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { moduleText } from '../../scripts/component-types/module-text.ts'
import { goProgram } from '../go-program.ts'

const root = join(import.meta.dirname, '../..')

test("the table of components is what Kubernetes' own packages declare", async (t) => {
  const program = await goProgram(join(root, 'scripts/component-types/reflect'))
  if (typeof program !== 'string') return t.skip(program.skipped)
  const { stdout } = spawnSync(program, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const generated = readFileSync(join(root, 'src/kubernetes/generated/component-types.ts'), 'utf8')
  assert.ok(moduleText(JSON.parse(stdout)) === generated, 'run node scripts/generate-component-types.ts')
})
