import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Estate } from '../estate/estate.ts'
import { makeResource } from '../estate/resource.ts'
import { accessOf } from './access.ts'
import { accountIdentity } from './subject.ts'

const rbac = 'rbac.authorization.k8s.io/v1'
const getPods = { verb: 'get', group: '', resource: 'pods', subresource: '', name: '', namespace: 'shop' }
const reading = [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }]

interface Written {
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  readonly file?: string | null
  readonly body: Record<string, unknown>
}

function estateOf(...objects: readonly Written[]): Estate {
  const estate = new Estate()
  for (const { kind, name, namespace, file = 'rbac.yaml', body } of objects) {
    const metadata = { name, ...(namespace === undefined ? {} : { namespace }) }
    estate.add(makeResource(rbac, kind, { ...body, metadata }, { file, document: 0, prefix: [] }))
  }
  return estate
}

const binding = (role: string, ...subjects: object[]): Record<string, unknown> => ({
  roleRef: { kind: role.split(' ')[0], name: role.split(' ')[1] },
  subjects
})
const user = (name: string): object => ({ kind: 'User', name })

describe('accessOf', () => {
  test('is computed once for an estate', () => {
    const estate = estateOf()
    assert.equal(accessOf(estate), accessOf(estate))
  })

  test('says which binding, role and rule a grant comes from', () => {
    const estate = estateOf(
      { kind: 'ClusterRole', name: 'reader', body: { rules: [{ verbs: ['list'] }, ...reading] } },
      { kind: 'RoleBinding', name: 'web', namespace: 'shop', body: binding('ClusterRole reader', user('alice')) }
    )
    const grant = accessOf(estate).allows({ user: 'alice', groups: [] }, getPods)
    assert.ok(grant !== null && grant !== 'everything')
    assert.deepEqual([grant.binding.resource.name, grant.role.name, grant.rule.index], ['web', 'reader', 1])
    assert.equal(accessOf(estate).allows({ user: 'alice', groups: [] }, { ...getPods, namespace: 'bank' }), null)
    assert.deepEqual(
      accessOf(estate)
        .whoCan(getPods)
        .map(({ subject }) => subject.name),
      ['alice']
    )
  })

  test('takes a user with the name of an account for that account, and one without a namespace for its own', () => {
    const estate = estateOf(
      { kind: 'ClusterRole', name: 'reader', body: { rules: reading } },
      {
        kind: 'ClusterRoleBinding',
        name: 'a',
        body: binding('ClusterRole reader', user('system:serviceaccount:shop:web'))
      },
      {
        kind: 'RoleBinding',
        name: 'b',
        namespace: 'shop',
        body: binding('ClusterRole reader', { kind: 'ServiceAccount', name: 'web' })
      }
    )
    assert.equal(accessOf(estate).grantsOf(accountIdentity('shop', 'web')).length, 2)
    assert.equal(accessOf(estate).grantsOf(accountIdentity('bank', 'web')).length, 0)
  })

  test('knows the roles that every cluster has in files, and none that a cluster has deleted', () => {
    const bound = (file: string | null): Estate =>
      estateOf({ kind: 'ClusterRoleBinding', name: 'a', file, body: binding('ClusterRole view', user('alice')) })
    assert.notEqual(accessOf(bound('rbac.yaml')).allows({ user: 'alice', groups: [] }, getPods), null)
    assert.equal(accessOf(bound(null)).allows({ user: 'alice', groups: [] }, getPods), null)
    assert.equal(accessOf(bound(null)).bindings[0]?.role, null)
  })

  test('means the role of the nearest file where applications share a name', () => {
    const role = (file: string, rules: unknown): Written => ({
      kind: 'ClusterRole',
      name: 'web',
      file,
      body: { rules }
    })
    const bound = (file: string): Written => ({
      kind: 'ClusterRoleBinding',
      name: file,
      file,
      body: binding('ClusterRole web', user(file))
    })
    const estate = estateOf(role('a/role.yaml', reading), role('b/role.yaml', []), bound('a/x.yaml'), bound('b/x.yaml'))
    assert.deepEqual(
      accessOf(estate)
        .whoCan(getPods)
        .map(({ subject }) => subject.name),
      ['a/x.yaml']
    )
  })

  test('aggregates what an aggregated role aggregates, and ends where roles select each other', () => {
    const aggregate = (name: string, label: string, of: string, rules: unknown = []): Written => ({
      kind: 'ClusterRole',
      name,
      body: { rules, aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [of]: 'true' } }] }, label }
    })
    const estate = new Estate()
    const add = ({ kind, name, body: { label, ...body } }: Written): void =>
      estate.add(
        makeResource(
          rbac,
          kind,
          { ...body, metadata: { name, labels: { [String(label)]: 'true' } } },
          { file: 'r.yaml', document: 0, prefix: [] }
        )
      )
    add(aggregate('a', 'x', 'y'))
    add(aggregate('b', 'y', 'x', [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }]))
    add({ kind: 'ClusterRole', name: 'c', body: { rules: reading, label: 'x' } })
    add({ kind: 'ClusterRoleBinding', name: 'd', body: binding('ClusterRole a', user('alice')) })
    const grants = accessOf(estate).grantsOf({ user: 'alice', groups: [] })
    assert.deepEqual(
      grants.map(({ rule }) => [rule.from, rule.index]),
      [['c', 0]]
    )
  })

  test('answers within a second for 40,000 bindings of 4,000 roles', () => {
    const objects: Written[] = []
    for (let index = 0; index < 4000; index++) {
      objects.push({ kind: 'ClusterRole', name: `role-${index}`, file: null, body: { rules: reading } })
    }
    for (let index = 0; index < 40_000; index++) {
      objects.push({
        kind: 'RoleBinding',
        name: `binding-${index}`,
        namespace: `ns-${index % 500}`,
        file: null,
        body: binding(`ClusterRole role-${index % 4000}`, user(`user-${index % 9000}`))
      })
    }
    const estate = estateOf(...objects)
    const start = process.cpuUsage()
    const access = accessOf(estate)
    assert.equal(access.whoCan({ ...getPods, namespace: 'ns-1' }).length, 80)
    for (let index = 0; index < 9000; index++) access.allows({ user: `user-${index}`, groups: ['dev'] }, getPods)
    const { user: spent } = process.cpuUsage(start)
    assert.ok(spent < 1_000_000, `${spent / 1000} ms`)
  })
})
