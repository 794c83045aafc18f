import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Estate } from '../estate/estate.ts'
import type { Mapping } from '../estate/mapping.ts'
import { makeResource } from '../estate/resource.ts'
import { podViews } from '../estate/workload.ts'
import { accessOf } from './access.ts'
import { accountOf, hasToken, mountsToken, rightsOf } from './accounts.ts'

const rbac = 'rbac.authorization.k8s.io/v1'

class Place {
  readonly estate = new Estate()

  add(apiVersion: string, kind: string, file: string | null, metadata: Mapping, body: Mapping): void {
    const resource = makeResource(apiVersion, kind, { metadata, ...body }, { file, document: 0, prefix: [] })
    this.estate.add(resource, podViews(resource))
  }

  pod(file: string | null, spec: Mapping, namespace?: string): void {
    this.add('v1', 'Pod', file, namespace === undefined ? { name: 'web' } : { name: 'web', namespace }, { spec })
  }

  account(file: string | null, name: string, automount: boolean, namespace?: string): void {
    const metadata = namespace === undefined ? { name } : { name, namespace }
    this.add('v1', 'ServiceAccount', file, metadata, { automountServiceAccountToken: automount })
  }

  binding(file: string | null, name: string, account: string, namespace: string): void {
    const subjects = [{ kind: 'ServiceAccount', name: account, namespace }]
    this.add(rbac, 'ClusterRoleBinding', file, { name }, { roleRef: { kind: 'ClusterRole', name: 'view' }, subjects })
  }

  /** What is known of the first pod's account. */
  get answers(): { name: string; mounts: boolean; has: boolean; rights: (string | null)[] } {
    const [view] = this.estate.pods
    assert.ok(view !== undefined)
    return {
      name: accountOf(view).name,
      mounts: mountsToken(this.estate, view),
      has: hasToken(this.estate, view),
      rights: rightsOf(accessOf(this.estate), view).map(({ binding }) => binding.resource.name)
    }
  }
}

test('a token is mounted as the pod says, else its account, else it is', () => {
  const cases: [pod: boolean | undefined, account: boolean | undefined, mounts: boolean][] = [
    [undefined, undefined, true],
    [undefined, false, false],
    [undefined, true, true],
    [false, undefined, false],
    [false, true, false],
    [true, false, true]
  ]
  for (const [pod, account, mounts] of cases) {
    const place = new Place()
    place.pod('a.yaml', {
      serviceAccountName: 'web',
      ...(pod === undefined ? {} : { automountServiceAccountToken: pod })
    })
    if (account !== undefined) place.account('a.yaml', 'web', account)
    assert.equal(place.answers.mounts, mounts, `pod ${pod}, account ${account}`)
  }
})

test('a projected token for the API server is one, for another program it is not', () => {
  const withVolume = (token: Mapping): boolean => {
    const place = new Place()
    const volumes = [{ name: 't', projected: { sources: [{ serviceAccountToken: token }] } }]
    place.pod('a.yaml', { automountServiceAccountToken: false, volumes })
    return place.answers.has
  }
  assert.equal(withVolume({ path: 'token' }), true)
  assert.equal(withVolume({ path: 'token', audience: 'vault' }), false)
})

test('the old field names the account where the new one does not', () => {
  const place = new Place()
  place.pod('a.yaml', { serviceAccountName: '', serviceAccount: 'old' })
  assert.equal(place.answers.name, 'old')
})

test('in a cluster, accounts and bindings are those of the namespace', () => {
  const place = new Place()
  place.pod(null, { serviceAccountName: 'web' }, 'shop')
  place.account(null, 'web', false, 'bank')
  place.binding(null, 'other', 'web', 'bank')
  assert.deepEqual(place.answers, { name: 'web', mounts: true, has: true, rights: [] })
  place.account(null, 'web', false, 'shop')
  assert.equal(place.answers.mounts, false)
})

test('in files, a pod without a namespace may be in any, but only what lies near is meant', () => {
  const place = new Place()
  place.pod('app/deploy/web.yaml', { serviceAccountName: 'web' })
  place.binding('app/rbac/web.yaml', 'near', 'web', 'shop')
  place.binding('other/app/rbac/web.yaml', 'far', 'web', 'shop')
  assert.deepEqual(place.answers.rights, ['near'])
})

test('a file that grants the account something says all that it has', () => {
  const place = new Place()
  place.pod('app/install.yaml', { serviceAccountName: 'web' })
  place.binding('app/install.yaml', 'own', 'web', 'shop')
  place.binding('app/cluster-wide/rbac.yaml', 'optional', 'web', 'shop')
  assert.deepEqual(place.answers.rights, ['own'])
})

test('default accounts of applications side by side are different ones', () => {
  const place = new Place()
  place.pod('examples/a/pod.yaml', {})
  place.binding('examples/b/rbac.yaml', 'other', 'default', 'default')
  assert.deepEqual(place.answers.rights, [])
})
