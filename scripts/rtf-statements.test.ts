import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { withStatements } from './rtf-statements.ts'

test('docs/runtime-fabric.md says where each statement of the guide is applied', () => {
  const document = readFileSync(join(import.meta.dirname, '../docs/runtime-fabric.md'), 'utf8')
  assert.equal(document, withStatements(document), 'run make generate')
  assert.match(document, /^\| Service account tokens are not mounted .*\| KubernetesTemplate \|/m)
})

test('a document without a place for them is refused', () => {
  assert.throws(() => withStatements('# Runtime Fabric\n'), /no place for the statements/)
})
