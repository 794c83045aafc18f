import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { bulwark } from '../cli/bulwark.ts'
import { goodPod } from '../cli/manifests.ts'
import { type Finding, scan } from '../cli/report.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { apply, applyOne, authorityFile, type Manifest, tokenOf, until } from './live-objects.ts'
import { kubeconfig } from './reading.ts'

const controllers = [
  'serviceaccount-controller',
  'root-ca-certificate-publisher-controller',
  'garbage-collector-controller',
  'deployment-controller',
  'replicaset-controller',
  'cronjob-controller',
  'job-controller'
]

const deployment = (privileged: boolean): string => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  strategy: {type: Recreate}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - {name: app, image: "registry.example/web:1", securityContext: {privileged: ${privileged}}}
        - {name: side, image: "registry.example/side:1"}
`

const estate = `
apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: v1
kind: Namespace
metadata: {name: other}
---
${deployment(true)}
---
apiVersion: v1
kind: Secret
metadata:
  name: db
  namespace: shop
  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"correct-horse-battery"}}'}
stringData: {password: correct-horse-battery}
---
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: shop}
spec:
  serviceAccountName: bare
  hostPID: true
  containers: [{name: app, image: "registry.example/app:1"}]
`

describe('scan --cluster', () => {
  let server: Kubetest
  let skipped: string | null = null

  before(async () => {
    const started = await startKubetest({ controllers: controllers.join(',') })
    if ('skipped' in started) {
      skipped = started.skipped
      return
    }
    server = started
    for (const part of estate.split('---\n')) {
      if (part.includes('kind: Pod')) await until('account', () => account(server, 'shop', 'bare'))
      await apply(server, part)
    }
    await until('pods', async () => ((await pods(server)).length === 3 ? true : null))
  })
  after(() => server?.stop())

  /** A test that needs the server. */
  function live(name: string, run: (t: TestContext) => void | Promise<void>): void {
    test(name, (t) => (skipped === null ? run(t) : t.skip(skipped)))
  }

  /** Findings as `Kind name container: control`. */
  function found(...args: string[]): string[] {
    const { findings } = scan(['--cluster', '--kubeconfig', server.kubeconfig, ...args])
    return findings.map(texts)
  }

  const texts = ({ resource, container, control }: Finding): string =>
    `${resource.kind} ${resource.name} ${container?.name ?? 'pod'}: ${control}`
  const hostile = ['--control', 'privileged-container', '--control', 'host-pid']

  live('reports what pods of a Deployment have of it at the Deployment, once', () => {
    assert.deepEqual(found(...hostile), ['Deployment web app: privileged-container', 'Pod bare pod: host-pid'])
  })

  live('reports live objects without file and position, as the published schema says', () => {
    const { status, ...report } = scan(['--cluster', '--kubeconfig', server.kubeconfig])
    assert.equal(status, 1)
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../docs/schema/scan-report.schema.json'), 'utf8')
    )
    const ajv = new Ajv2020({ allowUnionTypes: true, formats: { date: true } })
    assert.ok(ajv.validate(schema, report), ajv.errorsText())
    assert.ok(report.findings.length > 10)
    for (const { file, document, line, column, located } of report.findings) {
      assert.deepEqual([file, document, line, column, located], [null, null, null, null, null])
    }
    const privileged = report.findings.find(({ control }) => control === 'privileged-container')
    assert.equal(privileged?.path, 'spec.template.spec.containers[0].securityContext.privileged')
    assert.deepEqual([report.summary.files, report.errors, report.unread], [0, [], []])
    assert.ok(report.frameworks.includes('pss-restricted@1.37'))
  })

  live('gives the same bytes for the same cluster', () => {
    const run = (): string =>
      bulwark(['scan', '--cluster', '--kubeconfig', server.kubeconfig, '-o', 'json', '-n', 'shop']).stdout
    assert.equal(run(), run())
  })

  live('groups the text by namespace', () => {
    const { stdout } = bulwark(['scan', '--cluster', '--kubeconfig', server.kubeconfig, ...hostile])
    const expected = `Namespace shop

  Deployment web, container "app"

    critical  runs privileged  privileged-container

  Pod bare

    high      pod shares the process namespace of its node  host-pid
`
    assert.equal(stdout.slice(0, expected.length), expected)
    assert.match(stdout, /^\d+ objects judged by 2 controls$/m)
  })

  live('sees what was added to a pod after its Deployment had made it', async () => {
    const [name] = (await pods(server)).filter((pod) => pod.startsWith('web-'))
    const path = `/api/v1/namespaces/shop/pods/${name}/ephemeralcontainers`
    const pod = (await server.call('GET', path.replace('/ephemeralcontainers', ''))).body as {
      spec: Record<string, unknown>
    }
    pod.spec.ephemeralContainers = [
      { name: 'debug', image: 'registry.example/debug:1', securityContext: { privileged: true } }
    ]
    const { status, body } = await server.call('PUT', path, pod)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual(found(...hostile), [
      'Deployment web app: privileged-container',
      `Pod bare pod: host-pid`,
      `Pod ${name} debug: privileged-container`
    ])
  })

  live('says no more of what a Deployment has made before it was mended', async () => {
    await apply(server, deployment(false))
    await until('new pods', async () => {
      const { body } = await server.call('GET', '/apis/apps/v1/namespaces/shop/replicasets')
      const sets = (body as { items: { spec: { replicas: number }; status: { replicas: number } }[] }).items
      return sets
        .map(({ status }) => status.replicas)
        .sort()
        .join() === '0,2'
        ? true
        : null
    })
    assert.deepEqual(found(...hostile), ['Pod bare pod: host-pid'])
  })

  live('never shows the values of Secrets', () => {
    for (const format of ['text', 'json']) {
      const args = [
        'scan',
        '--cluster',
        '--kubeconfig',
        server.kubeconfig,
        '-o',
        format,
        '--show-passed',
        '--severity',
        'low'
      ]
      const { stdout, stderr } = bulwark(args)
      assert.ok(stdout.length > 1000 && !(stdout + stderr).includes('correct-horse'))
      assert.ok(!stdout.includes(Buffer.from('correct-horse-battery').toString('base64')))
    }
  })

  live('reads lists of more than one page', async () => {
    for (let index = 0; index < 120; index++) {
      await applyOne(server, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `c${index}`, namespace: 'other' }
      } as Manifest)
    }
    const { summary } = scan(['--cluster', '--kubeconfig', server.kubeconfig, '-n', 'other', '--kind', 'ConfigMap'])
    // And the one with the root authority that every namespace gets.
    assert.equal(summary.resources, 121)
  })

  live('works for an account that may read one namespace alone', async (t) => {
    const reading = { apiGroups: ['', 'apps', 'batch'], resources: ['*'], verbs: ['get', 'list'] }
    await apply(
      server,
      JSON.stringify({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'tenant', namespace: 'shop' } })
    )
    const rbac = 'rbac.authorization.k8s.io'
    const metadata = { name: 'tenant', namespace: 'shop' }
    await applyOne(server, { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules: [reading] } as Manifest)
    await applyOne(server, {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'tenant' },
      subjects: [{ kind: 'ServiceAccount', ...metadata }]
    } as Manifest)
    const user = { token: await tokenOf(server, 'shop', 'tenant') }
    const file = kubeconfig(t, {
      server: server.url,
      cluster: { 'certificate-authority': authorityFile(server) },
      user
    })
    const own = ['--cluster', '--kubeconfig', file, '-n', 'shop']
    const { status, findings, unread } = scan([...own, ...hostile])
    assert.equal(status, 1)
    assert.deepEqual(findings.map(texts), ['Pod bare pod: host-pid'])
    assert.deepEqual(unread, [])
    const kinds = new Set(scan(own).unread.map(({ kind }) => kind))
    assert.ok(kinds.has('ClusterRole') && kinds.has('NetworkPolicy') && !kinds.has('Pod') && !kinds.has('Namespace'))
    const everywhere = bulwark(['scan', '--cluster', '--kubeconfig', file])
    assert.equal(everywhere.status, 2)
    assert.match(
      everywhere.stderr,
      /^bulwark: this account may read nothing there \(the API server refuses: namespaces is forbidden/
    )
    assert.match(everywhere.stderr, /Name the namespaces that it may read with --namespace/)
  })

  live('lets a client certificate in', (t) => {
    const folder = dirname(server.kubeconfig)
    const user = { 'client-certificate': join(folder, 'admin-cert.crt'), 'client-key': join(folder, 'admin-cert.key') }
    const file = kubeconfig(t, {
      server: server.url,
      cluster: { 'certificate-authority': authorityFile(server) },
      user
    })
    assert.equal(scan(['--cluster', '--kubeconfig', file, ...hostile]).findings.length, 1)
  })

  live('finds its kubeconfig as kubectl does, and takes another context', () => {
    const env = { KUBECONFIG: server.kubeconfig }
    assert.equal(scan(['--cluster', ...hostile], { env }).findings.length, 1)
    const { status, stderr } = bulwark(['scan', '--cluster', '--context', 'nobody'], { env })
    assert.equal(status, 2)
    assert.match(stderr, /this account may read nothing there/)
    const mistaken = bulwark(['scan', '--cluster', '--context', 'bobb'], { env })
    assert.equal(
      mistaken.stderr,
      `bulwark: kubeconfig ${server.kubeconfig} has no context "bobb"; did you mean "bob"? (it has admin, alice, bob, nobody)\n`
    )
  })

  live('judges files and the cluster together, and kinds that the configuration names', async (t) => {
    const folder = tempTree(t, { 'k8s/a.yaml': goodPod('in-file', '  hostPID: true\n') })
    writeFileSync(join(folder, 'bulwark.yaml'), 'workloads:\n  - {apiVersion: v1, kind: ConfigMap, path: data}\n')
    const { findings, summary } = scan(['k8s', '--cluster', '--kubeconfig', server.kubeconfig, ...hostile], {
      cwd: folder
    })
    assert.deepEqual(findings.map((finding) => `${finding.file} ${texts(finding)}`).sort(), [
      'k8s/a.yaml Pod in-file pod: host-pid',
      'null Pod bare pod: host-pid'
    ])
    assert.equal(summary.files, 1)
  })

  test('has options that mean nothing without it', () => {
    for (const [option, value] of [
      ['--context', 'x'],
      ['--kubeconfig', 'x'],
      ['--timeout', '3']
    ] as const) {
      const { status, stderr } = bulwark(['scan', option, value], { cwd: import.meta.dirname })
      assert.deepEqual([status, stderr], [2, `bulwark: ${option} is about a live cluster: add --cluster\n`])
    }
    for (const seconds of ['0', '-1', 'soon', '99999']) {
      const { stderr } = bulwark(['scan', '--cluster', `--timeout=${seconds}`])
      assert.equal(stderr, `bulwark: --timeout ${seconds}: write seconds, such as 30\n`)
    }
  })
})

async function pods(server: Kubetest): Promise<string[]> {
  const { body } = await server.call('GET', '/api/v1/namespaces/shop/pods')
  return (body as { items: { metadata: { name: string; deletionTimestamp?: string } }[] }).items
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata.name)
}

/** Pods are refused without their account. */
async function account(server: Kubetest, namespace: string, name: string): Promise<true | null> {
  const metadata = { name, namespace }
  await applyOne(server, { apiVersion: 'v1', kind: 'ServiceAccount', metadata } as Manifest)
  return true
}
