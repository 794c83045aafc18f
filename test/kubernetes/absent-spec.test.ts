import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds } from '../../src/kubernetes/api-types.ts'
import { validateResource } from '../../src/kubernetes/validate.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'

interface ServedKind {
  readonly apiVersion: string
  readonly kind: string
  readonly path: string
}

test('a kind whose absent spec is a problem is one that the API server refuses without', async (t) => {
  const server = await startKubetest()
  if ('skipped' in server) return t.skip(server.skipped)
  t.after(server.stop)
  const accepted: string[] = []
  let refused = 0
  for (const { apiVersion, kind, path } of await servedKinds(server)) {
    const object = { apiVersion, kind, metadata: { name: 'absent-spec' }, spec: null }
    if (validateResource(object).length === 0) continue
    const { status } = await server.call('POST', `${path}?dryRun=All`, object)
    if (status >= 400 && status < 500) refused++
    else accepted.push(`${apiVersion} ${kind}: ${status}`)
  }
  assert.deepEqual(accepted, [])
  t.diagnostic(`${refused} kinds refused`)
  assert.ok(refused > 15)
})

/** Kinds that can be created, of the built-in groups that this server serves. */
async function servedKinds(server: Kubetest): Promise<ServedKind[]> {
  const served: ServedKind[] = []
  for (const apiVersion of kinds().keys()) {
    const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
    const { status, body } = await server.call('GET', root)
    if (status !== 200) continue
    for (const { name, kind, namespaced, verbs } of (body as { resources: Resource[] }).resources) {
      if (name.includes('/') || !verbs.includes('create')) continue
      served.push({ apiVersion, kind, path: `${root}${namespaced ? '/namespaces/default' : ''}/${name}` })
    }
  }
  return served
}

interface Resource {
  readonly name: string
  readonly kind: string
  readonly namespaced: boolean
  readonly verbs: readonly string[]
}
