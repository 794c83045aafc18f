import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { accessOf } from '../../src/access/access.ts'
import { Estate } from '../../src/estate/estate.ts'
import type { Mapping } from '../../src/estate/mapping.ts'
import { makeResource } from '../../src/estate/resource.ts'
import { groupPath } from '../api-collections.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { builtInAccessText } from './built-in-access.ts'
import { namespaces, type Question, randomAccess, randomQuestions } from './random-access.ts'

const seed = 20261126
const count = 3000
const rbac = 'rbac.authorization.k8s.io/v1'

describe('the RBAC authorizer of the API server', () => {
  let server: Kubetest | { readonly skipped: string }
  before(async () => {
    server = await startKubetest({ controllers: 'clusterrole-aggregation-controller' })
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  test('made the roles and bindings that are known', async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const file = join(import.meta.dirname, '../../src/access/generated/built-in.ts')
    assert.equal(readFileSync(file, 'utf8'), await builtInAccessText(server))
  })

  test(`answers ${count} random questions in the same way`, async (context) => {
    if (!('stop' in server)) return context.skip(server.skipped)
    const manifests = randomAccess(seed)
    await create(server, manifests)
    const access = accessOf(estateOf([...manifests, ...(await shippedBindings(server))]))
    const differences: string[] = []
    const tally = { allowed: 0, refused: 0, named: 0 }
    for (const question of randomQuestions(seed + 1, count)) {
      const { identity, request } = question
      const truth = await review(server, question)
      const own = access.allows(identity, request) !== null
      if (own !== truth) differences.push(`${truth ? 'allowed' : 'refused'}: ${JSON.stringify(question)}`)
      tally[truth ? 'allowed' : 'refused']++
      // Who can, by the same data: somebody is named exactly where some subject of the identity is granted it.
      const asked = [`user ${identity.user}`, ...identity.groups.map((name) => `group ${name}`)]
      const named = access.whoCan(request).some(({ subject }) => asked.includes(keyOf(subject)))
      if (named) tally.named++
      if (!identity.groups.includes('system:masters')) assert.equal(named, own, JSON.stringify(question))
    }
    context.diagnostic(JSON.stringify(tally))
    assert.deepEqual(differences.slice(0, 20), [], `${differences.length} differences`)
    assert.ok(tally.allowed >= count / 10 && tally.refused >= count / 10, JSON.stringify(tally))
  })
})

function keyOf({ kind, name, namespace }: { kind: string; name: string; namespace: string | null }): string {
  if (kind === 'Group') return `group ${name}`
  return kind === 'User' ? `user ${name}` : `user system:serviceaccount:${namespace}:${name}`
}

/** As files, so that aggregated roles have no rules yet. */
function estateOf(manifests: readonly Mapping[]): Estate {
  const estate = new Estate()
  for (const [document, object] of manifests.entries()) {
    estate.add(makeResource(rbac, String(object.kind), object, { file: 'rbac.yaml', document, prefix: [] }))
  }
  return estate
}

async function create(server: Kubetest, manifests: readonly Mapping[]): Promise<void> {
  for (const name of namespaces) {
    await server.call('POST', '/api/v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
  }
  const plurals: Readonly<Record<string, string>> = {
    Role: 'roles',
    ClusterRole: 'clusterroles',
    RoleBinding: 'rolebindings',
    ClusterRoleBinding: 'clusterrolebindings'
  }
  for (const manifest of manifests) {
    const { kind, metadata } = manifest as { kind: string; metadata: { namespace?: string } }
    const where = metadata.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`
    const { status, body } = await server.call('POST', `${groupPath(rbac)}${where}/${plurals[kind]}`, manifest)
    assert.equal(status, 201, JSON.stringify(body))
  }
  await settled(server, manifests)
}

/** Waits for the controller that fills aggregated roles, and then for the authorizer to have seen everything. */
async function settled(server: Kubetest, manifests: readonly Mapping[]): Promise<void> {
  const access = accessOf(estateOf(manifests))
  const wanted = new Map(access.roles.all.map(({ kind, name, rules }) => [`${kind} ${name}`, rules.length]))
  for (let patience = 100; patience > 0; patience--) {
    const { body } = await server.call('GET', `${groupPath(rbac)}/clusterroles`)
    const { items } = body as { items: { metadata: { name: string }; rules?: unknown[] }[] }
    const isFilled = items.every(({ metadata, rules }) => {
      const own = wanted.get(`ClusterRole ${metadata.name}`)
      return own === undefined || own === 0 || (rules?.length ?? 0) > 0
    })
    await new Promise((resolve) => setTimeout(resolve, 200))
    if (isFilled) break
  }
  await new Promise((resolve) => setTimeout(resolve, 3000))
}

async function shippedBindings(server: Kubetest): Promise<Mapping[]> {
  const kinds = { ClusterRoleBinding: 'clusterrolebindings', RoleBinding: 'rolebindings' }
  const lists = await Promise.all(
    Object.entries(kinds).map(async ([kind, plural]) => {
      const { body } = await server.call('GET', `${groupPath(rbac)}/${plural}`)
      const { items } = body as { items: { metadata: { name: string } }[] }
      return items.filter(({ metadata }) => !metadata.name.startsWith('binding-')).map((item) => ({ kind, ...item }))
    })
  )
  return lists.flat()
}

async function review(server: Kubetest, { identity, request }: Question): Promise<boolean> {
  const attributes =
    'url' in request
      ? { nonResourceAttributes: { verb: request.verb, path: request.url } }
      : { resourceAttributes: request }
  const { status, body } = await server.call('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user: identity.user, groups: identity.groups, ...attributes }
  })
  assert.equal(status, 201, JSON.stringify(body))
  return (body as { status: { allowed: boolean } }).status.allowed
}
