import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, type TestContext, test } from 'node:test'
import { bulwarkBeside, command, type Outcome } from '../cli/bulwark.ts'
import type { Finding, Report } from '../cli/report.ts'
import { type FakeCluster, type FakeObject, failure, startFakeServer } from './fake-api-server.ts'
import { kubeconfig } from './reading.ts'

const pod: FakeObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'shop', uid: 'a' },
  spec: { hostPID: true, containers: [{ name: 'app' }] }
}

async function run(t: TestContext, cluster: Partial<FakeCluster>, ...args: string[]): Promise<Outcome> {
  const { url } = await startFakeServer(t, { objects: [pod], ...cluster })
  const file = kubeconfig(t, { server: url })
  return bulwarkBeside(['scan', '--cluster', '--kubeconfig', file, '--control', 'host-pid', ...args])
}

async function report(
  t: TestContext,
  cluster: Partial<FakeCluster>,
  ...args: string[]
): Promise<Report & { status: number | null }> {
  const { status, stdout, stderr } = await run(t, cluster, '-o', 'json', ...args)
  assert.notEqual(stdout, '', stderr)
  return { ...JSON.parse(stdout), status }
}

describe('the version of the cluster', () => {
  const version = (gitVersion: string) => ({
    interfere: ({ path }: { path: string }) => (path === '/version' ? { body: { gitVersion } } : undefined)
  })

  test('is what Pod Security is judged by, unless another one is asked for', async (t) => {
    const frameworks = async (gitVersion: string, ...args: string[]): Promise<string[]> =>
      (await report(t, version(gitVersion), '-f', 'pss-baseline', ...args)).frameworks
    assert.deepEqual(await frameworks('v1.35.2'), ['pss-baseline@1.35'])
    assert.deepEqual(await frameworks('v1.29.4-eks-036c24b'), ['pss-baseline@1.29'])
    assert.deepEqual(await frameworks('v1.28.3+k3s1'), ['pss-baseline@1.28'])
    assert.deepEqual(await frameworks('v1.28.3', '--kube-version', '1.31'), ['pss-baseline@1.31'])
    assert.deepEqual(await frameworks('none'), ['pss-baseline@1.37'])
  })

  test('may be newer than any that is known', async (t) => {
    const { status, stderr } = await run(t, version('v1.99.0'), '-f', 'pss-baseline')
    assert.equal(status, 1)
    assert.equal(stderr, 'bulwark: Kubernetes 1.99 is judged as 1.37, the newest version that is known\n')
  })
})

describe('what a cluster does not give', () => {
  const onDeployments = (reply: ReturnType<typeof failure>): Partial<FakeCluster> => ({
    interfere: ({ path }) => (path === '/apis/apps/v1/deployments' ? reply : undefined)
  })
  const failed = ({ findings }: Report): Finding[] => findings.filter(({ status }) => status === 'fail')
  const forbidden = onDeployments(
    failure(403, 'deployments.apps is forbidden: User "x" cannot list resource "deployments"')
  )

  test('for lack of rights is said in both reports, and no mistake', async (t) => {
    const told = await report(t, forbidden)
    const { status, unread, errors } = told
    assert.equal(status, 1)
    assert.equal(failed(told).length, 1)
    assert.deepEqual(errors, [])
    const reason = 'the API server refuses: deployments.apps is forbidden: User "x" cannot list resource "deployments"'
    assert.deepEqual(unread, [{ kind: 'Deployment', group: 'apps', namespace: null, reason }])
    const { stdout } = await run(t, forbidden)
    assert.ok(
      stdout.includes(`Not given by the cluster, so that what depends on it is unknown\n\n  Deployment  ${reason}\n`),
      stdout
    )
  })

  test('because it fails is an error, and the rest is judged', async (t) => {
    const broken = onDeployments(failure(400, 'etcd is broken'))
    const told = await report(t, broken)
    const { status, unread, errors } = told
    assert.equal(status, 2)
    assert.equal(failed(told).length, 1)
    assert.equal(unread.length, 1)
    assert.deepEqual(errors, [
      { file: 'cluster test', line: null, column: null, message: 'Deployment: the API server refuses: etcd is broken' }
    ])
    const { stdout } = await run(t, broken)
    assert.match(stdout, /^ {2}cluster test {2}Deployment: the API server refuses: etcd is broken$/m)
  })

  test('makes a control that needs it unknown, never passed', async (t) => {
    const pods: Partial<FakeCluster> = {
      interfere: ({ path }) => (path === '/api/v1/pods' ? failure(403, 'forbidden') : undefined)
    }
    const { status, findings } = await report(t, pods, '--fail-on-unknown')
    assert.deepEqual(
      findings.map((finding) => [finding.control, finding.status, finding.reason]),
      [['host-pid', 'unknown', 'the API server refuses: forbidden']]
    )
    assert.equal(status, 1)
    assert.equal((await report(t, pods)).status, 0)
  })
})

describe('a cluster that hangs', () => {
  test('is left after --timeout, before anything is read', async (t) => {
    const { status, stdout, stderr } = await run(t, { interfere: () => 'hang' }, '--timeout', '0.2')
    assert.equal(status, 2)
    assert.equal(stdout, '')
    assert.match(stderr, /^bulwark: 127.0.0.1:\d+ gave no whole answer within 0.2 s\n$/)
  })

  test('for one kind costs no other', async (t) => {
    const hanging: Partial<FakeCluster> = {
      interfere: ({ path }) => (path === '/apis/apps/v1/deployments' ? 'hang' : undefined)
    }
    const { status, findings, errors } = await report(t, hanging, '--timeout', '0.2')
    assert.equal(status, 2)
    assert.equal(findings.filter((finding) => finding.status === 'fail').length, 1)
    assert.match(errors[0]?.message ?? '', /^Deployment: 127.0.0.1:\d+ gave no whole answer within 0.2 s$/)
  })
})

test('a cluster without anything to judge is no fault', async (t) => {
  const { status, stdout } = await run(t, { objects: [] })
  assert.equal(status, 0)
  assert.match(stdout, /The cluster holds no object that can be judged\./)
})

test('progress is shown to whoever waits at a terminal', async (t) => {
  if (spawnSync('script', ['--version']).status !== 0) return t.skip('no script(1) to make a terminal with')
  const late = { after: 1200, body: { kind: 'DeploymentList', items: [] } }
  const { url } = await startFakeServer(t, {
    objects: [pod],
    interfere: ({ path }) => (path === '/apis/apps/v1/deployments' ? late : undefined)
  })
  const line = `'${command}' scan --cluster --kubeconfig '${kubeconfig(t, { server: url })}' --control host-pid`
  const child = spawn('script', ['-qec', line, '/dev/null'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const shown = await text(child.stdout)
  assert.match(shown, /█+░* \d+ of \d+ lists, 0 objects, \d+ s left/)
  assert.match(shown, /Namespace shop/)
})
