import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { bulwark } from '../cli/bulwark.ts'
import type { Report } from '../cli/report.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { apply, applyOne, type Manifest, until } from './live-objects.ts'

const folder = join(import.meta.dirname, '../../deploy')
const collection = '/apis/bulwark.dev/v1alpha1/hardeningexceptions'
const rbac = 'rbac.authorization.k8s.io'

/** Everything that can be granted within a namespace: more than the role `admin` has. */
const administrator = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: default, namespace: shop}
---
apiVersion: ${rbac}/v1
kind: Role
metadata: {name: everything, namespace: shop}
rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
---
apiVersion: ${rbac}/v1
kind: RoleBinding
metadata: {name: everything, namespace: shop}
roleRef: {apiGroup: ${rbac}, kind: Role, name: everything}
subjects: [{apiGroup: ${rbac}, kind: User, name: tenant}]
`

const pod = `
apiVersion: v1
kind: Pod
metadata:
  name: debug
  namespace: shop
  annotations:
    bulwark.dev/except: "host-pid; owner=tenant; expires=9999-12-31; reason=because I say so"
spec:
  hostPID: true
  containers: [{name: app, image: registry.example/app:1}]
`

function exception(spec: object): Manifest {
  const whole = {
    controls: ['host-pid'],
    selector: { namespaces: ['shop'] },
    reason: 'r',
    owner: 'o',
    expires: '9999-12-31'
  }
  return {
    apiVersion: 'bulwark.dev/v1alpha1',
    kind: 'HardeningException',
    metadata: { name: 'debugging' },
    spec: { ...whole, ...spec }
  }
}

describe('exceptions in a cluster', () => {
  let server: Kubetest | undefined
  before(async () => {
    const started = await startKubetest()
    if ('skipped' in started) return
    server = started
    await apply(server, readFileSync(join(folder, 'crds/hardeningexceptions.yaml'), 'utf8'))
    await apply(server, readFileSync(join(folder, 'rbac/bulwark-exceptions.yaml'), 'utf8'))
    await until('API of exceptions', async () => ((await started.call('GET', collection)).status === 200 ? true : null))
    await apply(server, administrator)
    await apply(server, pod)
  })
  after(() => server?.stop())

  function statuses({ kubeconfig }: Kubetest, control = 'host-pid'): string[] {
    const args = ['scan', '--cluster', '--kubeconfig', kubeconfig, '--context', 'admin', '-n', 'shop', '-o', 'json']
    const { stdout, stderr } = bulwark(args)
    assert.notEqual(stdout, '', stderr)
    const { findings } = JSON.parse(stdout) as Report
    return findings.filter((finding) => finding.control === control).map(({ status }) => status)
  }

  /** Whether a user may do something, as the API server says. */
  async function may(running: Kubetest, user: string, verb: string): Promise<boolean> {
    const { body } = await running.call('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: { user, resourceAttributes: { group: 'bulwark.dev', resource: 'hardeningexceptions', verb } }
    })
    return (body as { status: { allowed: boolean } }).status.allowed
  }

  test('an annotation exempts no pod of a cluster', (t) => {
    if (server === undefined) return t.skip('no API server')
    assert.deepEqual(statuses(server), ['fail'])
  })

  test('who owns a namespace cannot grant one, and the roles of Kubernetes do not include it', async (t) => {
    if (server === undefined) return t.skip('no API server')
    for (const verb of ['create', 'update', 'patch', 'delete']) assert.equal(await may(server, 'tenant', verb), false)
    const { body } = await server.call('GET', `/apis/${rbac}/v1/clusterroles/bulwark-exceptions`)
    const { metadata } = body as { metadata: { labels?: Record<string, string> } }
    assert.deepEqual(Object.keys(metadata.labels ?? {}), [])
    await applyOne(server, {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'exceptions' },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'bulwark-exceptions' },
      subjects: [{ apiGroup: rbac, kind: 'User', name: 'security' }]
    })
    assert.equal(
      await until('right of security', async () => ((await may(running(server), 'security', 'create')) ? true : null)),
      true
    )
  })

  test('one that is granted covers what it names, until it ends', async (t) => {
    if (server === undefined) return t.skip('no API server')
    await applyOne(server, exception({}))
    assert.deepEqual(statuses(server), ['excepted'])
    await applyOne(server, exception({ selector: { names: ['other'] } }))
    assert.deepEqual(statuses(server), ['fail'])
    await applyOne(server, exception({ expires: '2026-01-31' }))
    assert.deepEqual(statuses(server), ['fail'])
  })

  test('list shows them with their state, and why one is refused', async (t) => {
    if (server === undefined) return t.skip('no API server')
    const { kubeconfig } = server
    const named = (name: string, spec: object): Manifest => ({ ...exception(spec), metadata: { name } })
    await applyOne(server, named('debugging', { expires: '9998-12-31' }))
    await applyOne(server, named('ended', { expires: '2020-01-31' }))
    await applyOne(server, named('no-day', { expires: '2027-02-30' }))
    const list = (context: string, ...more: string[]) =>
      bulwark(['exception', 'list', '--cluster', '--kubeconfig', kubeconfig, '--context', context, ...more])
    const { status, stdout } = list('admin', '-o', 'json')
    assert.equal(status, 2)
    const listed = JSON.parse(stdout) as Record<string, unknown>[]
    assert.deepEqual(
      listed.map(({ id, state, source, active, problems }) => [id, state, source, active, problems]),
      [
        [
          'no-day',
          'refused',
          'cluster',
          false,
          ['spec.expires: expires cannot be "2027-02-30": write a day, like 2027-03-31']
        ],
        ['ended', 'expired', 'cluster', false, []],
        ['debugging', 'active', 'cluster', true, []]
      ]
    )
    assert.match(
      list('admin').stdout,
      /debugging: host-pid\n {2}namespaces shop\n.*\n {2}HardeningException debugging of the cluster\n/
    )
    await server.call('DELETE', `${collection}/no-day`)
    assert.equal(list('admin').status, 0)
    const refused = list('alice')
    assert.equal(refused.status, 2)
    assert.match(
      refused.stderr,
      /the cluster does not give its exceptions: .*cannot list resource "hardeningexceptions"/
    )
  })

  test('the API server refuses one without reason, owner, end or scope', async (t) => {
    if (server === undefined) return t.skip('no API server')
    const wrong: [object, RegExp][] = [
      [{ reason: '' }, /spec.reason.*at least 1 chars/],
      [{ owner: undefined }, /spec.owner: Required value/],
      [{ expires: 'never' }, /spec.expires/],
      [{ selector: {} }, /spec.selector.*at least 1 properties/],
      [{ selector: { labels: { app: 'a' } } }, /labels count within namespaces/],
      [{ selector: { namespaces: ['shop', '*'], labels: { app: 'a' } } }, /labels count within namespaces/],
      [{ controls: [] }, /spec.controls.*at least 1 items/]
    ]
    for (const [spec, message] of wrong) {
      const { status, body } = await server.call('POST', `${collection}?dryRun=All`, exception(spec))
      assert.equal(status, 422, JSON.stringify(spec))
      assert.match((body as { message: string }).message, message)
    }
  })
})

function running(server: Kubetest | undefined): Kubetest {
  assert.ok(server !== undefined)
  return server
}
