import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf } from '../api-collections.ts'
import { bulwark } from '../cli/bulwark.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import { applyOne, type Manifest, until } from './live-objects.ts'

const folder = join(import.meta.dirname, '../../samples/mule')
const objects = globSync('*.yaml', { cwd: folder })
  .sort()
  .flatMap((file) => parseYaml(readFileSync(join(folder, file), 'utf8')))
  .flatMap(({ value }) => (value === undefined || value === null ? [] : [value as Manifest]))

/** Before what refers to them. */
const first = ['Namespace', 'CustomResourceDefinition', 'PriorityClass', 'ServiceAccount']

interface Inspection {
  readonly definitions: readonly string[]
  readonly fabrics: readonly { readonly namespace: string; readonly version: string | null }[]
  readonly applications: readonly {
    readonly name: string
    readonly route: string
    readonly shownBy: string
    readonly pods: readonly string[]
    readonly settings: { readonly state: string; readonly missing: readonly string[] }
  }[]
  readonly controls: readonly {
    readonly control: string
    readonly applications: readonly { readonly name: string; readonly status: string }[]
  }[]
}

describe('rtf inspect of a live cluster', () => {
  let server: Kubetest | { readonly skipped: string }

  before(async () => {
    server = await startKubetest()
    if (!('stop' in server)) return
    const running = server
    for (const kind of first) {
      for (const object of objects.filter((each) => each.kind === kind)) await applyOne(running, object)
    }
    await until('kinds of Runtime Fabric', async () =>
      (await collectionsOf(running, 'rtf.mulesoft.com/v1')).size >= 4 ? true : null
    )
    for (const object of objects.filter(({ kind }) => !first.includes(kind))) await applyOne(running, object)
    await applyOne(running, podOf('customers-api'))
  })
  after(() => {
    if ('stop' in server) server.stop()
  })

  function inspected(context: TestContext, ...args: readonly string[]): Inspection | null {
    if (!('stop' in server)) {
      context.skip(server.skipped)
      return null
    }
    const words = ['rtf', 'inspect', '--cluster', '--kubeconfig', server.kubeconfig, '-o', 'json', ...args]
    const { status, stdout, stderr } = bulwark(words)
    assert.equal(status, 0, stderr)
    return JSON.parse(stdout) as Inspection
  }

  test('goes by the pods that run, whatever their Deployment says', (context) => {
    const found = inspected(context)
    if (found === null) return
    assert.equal(found.definitions.length, 4)
    assert.deepEqual(
      found.fabrics.map(({ namespace, version }) => [namespace, version]),
      [['rtf', '3.0.277']]
    )
    const of = (name: string) => found.applications.find((each) => each.name === name) ?? assert.fail(name)
    assert.deepEqual([of('customers-api').shownBy, of('customers-api').pods], ['pod', ['customers-api-0']])
    assert.equal(of('invoices-api').shownBy, 'deployment')
    // Somebody gave the pod a profile and kept its token out, which its Deployment does not show.
    const { state, missing } = of('customers-api').settings
    assert.equal(state, 'redeploy')
    assert.ok(!missing.includes('pod.containerSecurityContext.seccompProfile'))
    assert.ok(missing.includes('pod.ephemeralStorageLimit'))
    assert.equal(of('orders-api').route, 'anypoint-controller')
    const statusOf = (control: string, name: string): string | undefined =>
      found.controls
        .find((each) => each.control === control)
        ?.applications.find((application) => application.name === name)?.status
    assert.equal(statusOf('seccomp-profile', 'customers-api'), 'pass')
    assert.equal(statusOf('seccomp-profile', 'returns-api'), 'fail')
  })

  test('one namespace alone', (context) => {
    const found = inspected(context, '-n', 'mule-sandbox')
    if (found === null) return
    assert.deepEqual(
      found.applications.map(({ name }) => name),
      ['returns-api', 'warehouse-api']
    )
  })
})

/** The pod of a Deployment as admission left it: with a seccomp profile in every container. */
function podOf(deployment: string): Manifest {
  const found = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === deployment)
  const { template } = (found?.spec ?? assert.fail(deployment)) as {
    template: { metadata: object; spec: Readonly<Record<string, unknown>> }
  }
  const withProfile = (container: object & { securityContext?: object }): object => ({
    ...container,
    securityContext: { ...container.securityContext, seccompProfile: { type: 'RuntimeDefault' } }
  })
  const { initContainers, containers } = template.spec as Record<string, (object & { securityContext?: object })[]>
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...template.metadata, name: `${deployment}-0`, namespace: found?.metadata.namespace ?? '' },
    spec: {
      ...template.spec,
      automountServiceAccountToken: false,
      initContainers: initContainers?.map(withProfile),
      containers: containers?.map(withProfile)
    }
  }
}
