import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isClusterScoped } from '../../src/estate/cluster-scoped.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'

interface Listed {
  readonly name: string
  readonly kind: string
  readonly namespaced: boolean
  /** Of a subresource that is another type. */
  readonly group?: string
}

/** Every type of every version that the API server serves. */
async function served(server: Kubetest): Promise<{ apiVersion: string; kind: string; namespaced: boolean }[]> {
  const { body } = await server.call('GET', '/apis')
  const versions: string[] = Object(body).groups.flatMap((group: { versions: { groupVersion: string }[] }) =>
    group.versions.map(({ groupVersion }) => groupVersion)
  )
  const types = []
  for (const apiVersion of ['v1', ...versions]) {
    const path = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`
    const resources: Listed[] = Object((await server.call('GET', path)).body).resources
    for (const { name, kind, namespaced, group } of resources) {
      if (group === undefined && !name.includes('/')) types.push({ apiVersion, kind, namespaced })
    }
  }
  return types
}

describe('cluster-scoped kinds', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest()
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test('are those of the API server', async (t) => {
    if (!('stop' in server)) return t.skip(server.skipped)
    const types = await served(server)
    assert.ok(types.length > 60, `${types.length}`)
    const wrong = types.filter((type) => isClusterScoped(type) === type.namespaced)
    assert.deepEqual(wrong, [])
    t.diagnostic(
      `${types.length} types, ${types.filter(({ namespaced }) => !namespaced).length} of them in no namespace`
    )
  })
})
