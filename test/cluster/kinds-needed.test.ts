import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bulwarkBeside } from '../cli/bulwark.ts'
import type { Report } from '../cli/report.ts'
import { type FakeObject, failure, startFakeServer } from './fake-api-server.ts'
import { kubeconfig } from './reading.ts'

const privileged = {
  containers: [{ name: 'a', image: 'registry.example/a:1', securityContext: { privileged: true } }]
}
const rbac = 'rbac.authorization.k8s.io/v1'
const objects: FakeObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: privileged },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'shop' } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'deployer', namespace: 'kube-system' } },
  {
    apiVersion: rbac,
    kind: 'RoleBinding',
    metadata: { name: 'b', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' },
    subjects: [
      { kind: 'ServiceAccount', name: 'deployer', namespace: 'kube-system' },
      { kind: 'ServiceAccount', name: 'gone', namespace: 'shop' }
    ]
  },
  { apiVersion: rbac, kind: 'Role', metadata: { name: 'r', namespace: 'shop' }, rules: [] }
]

async function run(t: Parameters<typeof startFakeServer>[0], verb: string, ...options: string[]) {
  const server = await startFakeServer(t, {
    objects,
    more: {
      v1: { ServiceAccount: ['serviceaccounts', true] },
      [rbac]: { Role: ['roles', true], RoleBinding: ['rolebindings', true] }
    },
    interfere: ({ path }) => (path.endsWith('/configmaps') ? failure(403, 'configmaps is forbidden') : undefined)
  })
  const config = kubeconfig(t, { server: server.url })
  const { stdout } = await bulwarkBeside([verb, '--cluster', '--kubeconfig', config, '-o', 'json', ...options])
  const lists = server.asked.map(({ path }) => path).filter((path) => /^\/apis?\/.*\/[a-z]+$/.test(path))
  return { report: JSON.parse(stdout), lists }
}

async function scan(t: Parameters<typeof startFakeServer>[0], ...options: string[]) {
  const { report, lists } = await run(t, 'scan', ...options)
  const { findings, unread } = report as Report
  const verdicts = findings.map(({ control, status, reason }) => [control, status, reason ?? null])
  return { verdicts, unread, lists }
}

describe('a cluster is asked only for what is looked at', () => {
  test('by a control of pods, for what holds pods: what else is refused does not matter', async (t) => {
    const { verdicts, unread, lists } = await scan(t, '--control', 'privileged-container')
    assert.deepEqual(verdicts, [['privileged-container', 'fail', null]])
    assert.deepEqual(unread, [])
    assert.ok(lists.includes('/api/v1/pods'))
    assert.ok(!lists.some((path) => /configmaps|serviceaccounts|rolebindings/.test(path)), lists.join(' '))
  })

  test('by all that the default frameworks look at, for all of it', async (t) => {
    const { unread } = await scan(t)
    assert.deepEqual(
      unread.map(({ kind }) => kind),
      ['ConfigMap']
    )
  })
})

describe('with --namespace the cluster as a whole is not known', () => {
  const partly = 'of the cluster, only the namespace "kube-system" was read'

  test('so that what it lacks is unknown', async (t) => {
    assert.deepEqual((await scan(t, '--control', 'log-agent')).verdicts, [['log-agent', 'fail', null]])
    assert.deepEqual((await scan(t, '--control', 'log-agent', '-n', 'kube-system')).verdicts, [
      ['log-agent', 'unknown', partly]
    ])
  })

  test('so that what is in another namespace may exist', async (t) => {
    const { report } = await run(t, 'scan', '--control', 'dangling-binding', '-n', 'shop')
    assert.deepEqual(
      (report as Report).findings.map(({ message }) => message),
      ['ServiceAccount shop/gone does not exist']
    )
  })

  test('so that no item of a framework is taken for not applicable', async (t) => {
    const { report } = await run(t, 'report', '-f', 'nsa', '-n', 'kube-system')
    const { items } = report as { items: { id: string; status: string; unknown: string }[] }
    const item = items.find(({ id }) => id === '1.8')
    assert.equal(item?.status, 'unknown')
    assert.match(item?.unknown ?? '', new RegExp(`^${partly}, and there is no pod`))
  })
})
