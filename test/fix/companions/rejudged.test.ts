import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Companion } from '../../../src/fix/companions/companion.ts'
import { applied, companionsOf, type Files } from '../../../src/fix/companions/companions.fixture.ts'
import { corpusFolder } from '../../corpus.ts'
import { findingsIn } from './findings-in.ts'
import { filesIn, folders } from './real-folders.ts'

const shop = `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: registry.example/web:1
          env:
            - name: CART_URL
              value: http://cart:8080
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: cart
  namespace: shop
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart }
    spec:
      containers:
        - name: cart
          image: registry.example/cart:1
---
apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: { app: cart }
  ports: [{ port: 8080 }]
`

describe('companions', () => {
  test('give what a namespace lacks, and with them its controls pass', () => {
    assertComplete({ 'shop.yaml': shop }, [
      'pod-security',
      'limit-range',
      'resource-quota',
      'service-accounts',
      'network-policies'
    ])
  })

  test('of the sample estate make its controls pass, too', () => {
    const samples = join(import.meta.dirname, '../../../samples')
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
    assertComplete(Object.fromEntries(files.map((file) => [file, readFileSync(join(samples, file), 'utf8')])), [
      'pod-security',
      'limit-range',
      'resource-quota',
      'service-accounts',
      'network-policies'
    ])
  })

  test('of real manifests do so, too', (context) => {
    const corpus = corpusFolder()
    if (corpus === null) return context.skip('there is no corpus: set BULWARK_CORPUS')
    for (const [folder, namespace] of folders) {
      const files = filesIn(join(corpus, folder), namespace)
      assertPass(files, companionsOf(files))
    }
  })

  test('leave the namespaces of Kubernetes alone, and what names none', () => {
    const files = {
      'a.yaml': shop.replaceAll(/namespace: shop|name: shop/g, (all) => all.replace('shop', 'kube-system'))
    }
    assert.deepEqual(companionsOf(files), [])
    assert.deepEqual(
      companionsOf({ 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [] }\n' }),
      []
    )
  })

  test('ask nothing of what stands for a name', () => {
    assert.deepEqual(companionsOf({ 'a.yaml': shop.replaceAll('shop', '$' + '{NAMESPACE}') }), [])
  })
})

/** Everything that is found, each theme for some namespace; none of it is found again, and nothing more is made. */
function assertComplete(files: Files, themes: readonly string[]): void {
  const made = companionsOf(files)
  assert.deepEqual(new Set(made.map(({ theme }) => theme)), new Set(themes))
  const claimed = new Set(made.flatMap(({ controls }) => controls))
  // Two judge only what is there: a label, an account.
  const judged = claimed.difference(new Set(['pod-security-level', 'default-account-automount']))
  for (const control of judged) assert.notDeepEqual(findingsIn(files, [control]), [], control)
  assertPass(files, made)
}

/** What companions claim to answer passes with them, and nothing more is made. */
function assertPass(files: Files, made: readonly Companion[]): void {
  const after = applied(files, made)
  for (const { namespace, controls } of made) {
    for (const control of controls) {
      const found = findingsIn(after, [control]).filter(
        ({ resource, file }) =>
          (resource.namespace === namespace || resource.name === namespace) &&
          // A policy that was there stays as it is.
          (resource.kind !== 'NetworkPolicy' || file === 'hardening.yaml')
      )
      assert.deepEqual(
        found.map(({ message }) => message),
        [],
        `${control} of ${namespace}`
      )
    }
  }
  assert.deepEqual(companionsOf(after), [])
}
