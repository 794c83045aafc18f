import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { defaultSettings } from '../../src/controls/analysis.ts'
import { registry } from '../../src/controls/registry.ts'
import { Estate } from '../../src/estate/estate.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { makeResource } from '../../src/estate/resource.ts'
import { groupPath } from '../api-collections.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { builtInAccessText } from './built-in-access.ts'

const rbac = 'rbac.authorization.k8s.io/v1'
const collections = {
  ClusterRole: 'clusterroles',
  ClusterRoleBinding: 'clusterrolebindings',
  Role: 'roles',
  RoleBinding: 'rolebindings'
}

/** What the analyses that read roles find: `control object: message`. */
async function problems(server: Kubetest): Promise<string[]> {
  const estate = new Estate()
  for (const [kind, plural] of Object.entries(collections)) {
    const { body } = await server.call('GET', `${groupPath(rbac)}/${plural}`)
    for (const item of (body as { items: Mapping[] }).items) {
      estate.add(makeResource(rbac, kind, item, { file: null, document: 0, prefix: [] }))
    }
  }
  const { body } = await server.call('GET', '/api/v1/serviceaccounts')
  for (const item of (body as { items: Mapping[] }).items) {
    estate.add(makeResource('v1', 'ServiceAccount', item, { file: null, document: 0, prefix: [] }))
  }
  estate.addCluster([])
  return registry.controls.flatMap(({ id, analyse }) => {
    if (analyse === null || !('judge' in analyse) || !analyse.reads.includes('RoleBinding')) return []
    return [...analyse.judge(estate, [], () => ({ workloads: 0, level: 'restricted' }), defaultSettings)].flatMap(
      ({ resource, problem }) => (problem === null ? [] : [`${id} ${resource.name}: ${problem}`])
    )
  })
}

/** Waits for the controller that fills `edit`. */
async function aggregated(server: Kubetest): Promise<void> {
  for (let patience = 100; patience > 0; patience--) {
    const { body } = await server.call('GET', `${groupPath(rbac)}/clusterroles/edit`)
    if (((body as { rules?: unknown[] | null }).rules ?? []).length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail('the role edit was not filled')
}

describe('a running cluster', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest({ controllers: 'clusterrole-aggregation-controller' })
    // It is ready before it has made all its roles and bindings.
    if ('stop' in server) await builtInAccessText(server)
    if ('stop' in server) await aggregated(server)
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  async function create(path: string, object: Mapping): Promise<void> {
    assert.ok('stop' in server)
    const { status, body } = await server.call('POST', path, object)
    assert.equal(status, 201, JSON.stringify(body))
  }

  function bind(name: string, role: string, ...subjects: Mapping[]): Promise<void> {
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role }
    const object = { apiVersion: rbac, kind: 'ClusterRoleBinding', metadata: { name }, roleRef, subjects }
    return create(`${groupPath(rbac)}/clusterrolebindings`, object)
  }

  test('has no fault in what Kubernetes itself grants', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    // The test's own administrator is somebody whom Kubernetes does not know.
    const own = await problems(server)
    assert.deepEqual(
      own.filter((problem) => !problem.includes('kubetest')),
      []
    )
  })

  test('is told of subjects added to what Kubernetes grants, and of what is gone', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const path = `${groupPath(rbac)}/clusterrolebindings/system:discovery`
    const { body } = await server.call('GET', path)
    const binding = body as { subjects: Mapping[] }
    const anonymous = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:unauthenticated' }
    await server.call('PUT', path, { ...binding, subjects: [...binding.subjects, anonymous] })
    await bind('gone-role', 'no-such-role', { kind: 'User', name: 'alice' })
    await bind('gone-account', 'view', { kind: 'ServiceAccount', name: 'gone', namespace: 'default' })
    await bind('editor', 'edit', { kind: 'Group', name: 'developers' })
    const found = await problems(server)
    for (const expected of [
      'anonymous-binding system:discovery: Group system:unauthenticated has the rights of ClusterRole "system:discovery" in all namespaces',
      'dangling-binding gone-role: ClusterRole "no-such-role" does not exist',
      'dangling-binding gone-account: ServiceAccount default/gone does not exist'
    ]) {
      assert.ok(found.includes(expected), `${expected}\n${found.join('\n')}`)
    }
    assert.ok(found.some((problem) => problem.startsWith('cluster-pod-creation editor: Group developers may create')))
    assert.ok(found.every((problem) => !/^\S+ (cluster-admin|system:(?!discovery))/.test(problem)))
  })
})
