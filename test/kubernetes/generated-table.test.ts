import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { cachedFolder, documentsOfFolder, kubernetesVersion } from '../../scripts/kubernetes-types/documents.ts'
import { moduleText } from '../../scripts/kubernetes-types/module-text.ts'

test('the generated table of types is what the generator writes', (t) => {
  const folder = cachedFolder()
  if (folder === undefined) return t.skip('the Kubernetes module is not in the module cache of Go')
  const generated = readFileSync(join(import.meta.dirname, '../../src/kubernetes/generated/types.ts'), 'utf8')
  assert.ok(
    moduleText(documentsOfFolder(folder), kubernetesVersion) === generated,
    'run scripts/generate-kubernetes-types.ts'
  )
})
