import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { cachedFolder } from '../../scripts/kubernetes-types/documents.ts'
import { pluralOf } from '../../src/kubernetes/plural.ts'

interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: { readonly kind: string }
}

test('built-in kinds are served under the plurals that the rule gives', (t) => {
  const folder = cachedFolder()
  if (folder === undefined) return t.skip('the Kubernetes module is not in the module cache of Go')
  const seen = new Set<string>()
  for (const name of readdirSync(folder).filter((file) => file.endsWith('_openapi.json'))) {
    const { paths = {} } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      paths?: Record<string, { post?: Operation }>
    }
    for (const [path, { post }] of Object.entries(paths)) {
      const kind = post?.['x-kubernetes-group-version-kind']?.kind
      const [, resource] = /^\/apis?(?:\/[^/{}]+){1,2}(?:\/namespaces\/\{namespace\})?\/([^/{}]+)$/.exec(path) ?? []
      if (kind === undefined || resource === undefined) continue
      assert.equal(pluralOf(kind), resource)
      seen.add(kind)
    }
  }
  assert.ok(seen.size >= 70, `${seen.size} kinds`)
})
