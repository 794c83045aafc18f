import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, type TestContext, test } from 'node:test'
import { exampleFindings } from '../../src/cli/scan/example-findings.ts'
import type { Control } from '../../src/controls/control.ts'
import { registry } from '../../src/controls/registry.ts'
import { workloadKindNames } from '../../src/estate/workload-kinds.ts'
import { implicationsOf } from '../../src/scan/implied.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf, groupPath } from '../api-collections.ts'
import { bulwark } from '../cli/bulwark.ts'
import type { Finding, Report } from '../cli/report.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import {
  apply,
  applyOne,
  applyReader,
  authorityFile,
  type Manifest,
  serveCustomKinds,
  tokenOf,
  until
} from './live-objects.ts'
import { kubeconfig } from './reading.ts'
import { type Seed, seedOf } from './seed.ts'

/** Every framework: each control is asked for by one of them. */
const frameworks = ['guide', 'nsa', 'cis', 'pss-baseline', 'pss-restricted', 'owasp-k8s', 'attack', 'microsoft']

/** What a cluster made of examples cannot show, and why. */
const notHere: Readonly<Record<string, string>> = {
  'expired-exception': 'annotations count for nothing in a cluster',
  'unused-exception': 'annotations count for nothing in a cluster',
  'secret-in-manifest': 'it is about files',
  'single-namespace-cluster': 'each example has namespaces of its own',
  'duplicate-environment': 'a namespace stays, with its labels, where no controller removes it',
  'rtf-kubernetes-version': 'it depends on the version of the cluster, which the examples do not name',
  'rtf-leftovers': 'other examples have agents of Runtime Fabric'
}

/** Stricter controls by the weaker ones for which they speak. */
const stricter = implicationsOf(registry.controls)

describe('a cluster with an example of every control', () => {
  let server: Kubetest | undefined
  let collections: ReadonlyMap<string, { path: string; namespaced: boolean }>

  before(async () => {
    const started = await startKubetest()
    if ('skipped' in started) return
    server = started
    await serveCustomKinds(server)
    await applyReader(server)
    await apply(server, readsSecrets)
    await apply(server, sandbox)
    collections = await served(server)
  })
  after(() => server?.stop())

  test('is found to fall short where it does, and no more once it is mended', { timeout: 900_000 }, async (t) => {
    if (server === undefined) return t.skip('no API server')
    const running = server
    const bad = await planted(server, 'fail')
    assert.ok(bad.length > 90, `only ${bad.length} controls have an example that a cluster can hold`)
    const found = await scanned(t, server)
    const unnoticed = bad.filter((seed) => !found.some((finding) => isAbout(finding, seed)))
    assert.deepEqual(
      unnoticed.map(({ control }) => control.id),
      []
    )
    for (const seed of bad) for (const object of seed.objects.toReversed()) await remove(server, object)
    await apply(server, externalSecrets)
    await until('API of external secrets', async () => {
      collections = await served(running)
      return collections.has('external-secrets.io/v1 ExternalSecret') ? true : null
    })
    const mended = await planted(server, 'pass')
    const left = await scanned(t, server)
    const still = mended.flatMap((seed) =>
      left.filter((finding) => finding.control === seed.control.id && isAbout(finding, seed))
    )
    assert.deepEqual(
      still.map(
        ({ control, resource, message }) =>
          `${control} ${resource.kind} ${resource.namespace}/${resource.name}: ${message}`
      ),
      []
    )
    const alone = bad.filter(({ control }) => !mended.some((seed) => seed.control === control))
    assert.deepEqual(
      alone.map(({ control }) => control.id),
      []
    )
    t.diagnostic(`${bad.length} controls seeded and found, ${mended.length} mended`)
  })

  test('without one permission, exactly the controls that need it are unknown', { timeout: 300_000 }, async (t) => {
    if (server === undefined) return t.skip('no API server')
    const running = server
    const whole = await scanned(t, running)
    const role = await running.call('GET', readerRole)
    const { rules, ...rest } = role.body as Manifest & { rules: Rule[] }
    for (const [kind, group, resource] of withheld) {
      await applyOne(running, {
        ...rest,
        metadata: { name: 'bulwark-reader' },
        rules: withoutResource(rules, group, resource)
      })
      const less = await until(`refusal of ${resource}`, async () => {
        const report = await scan(t, running)
        return report.unread.length > 0 ? report : null
      })
      assert.deepEqual(
        less.unread.map((unread) => unread.kind),
        [kind]
      )
      const unknown = new Set(less.findings.filter(({ status }) => status === 'unknown').map(({ control }) => control))
      assert.deepEqual([...unknown].sort(), needing(kind))
      const known = (findings: readonly Finding[]): string[] =>
        findings
          .filter(({ control, status }) => status === 'fail' && !unknown.has(control))
          .map(({ fingerprint }) => fingerprint)
          .sort()
      assert.deepEqual(known(less.findings), known(whole))
    }
  })

  /** Creates one example of each control, the first that a cluster can hold. */
  async function planted(running: Kubetest, kind: 'pass' | 'fail'): Promise<Seed[]> {
    const seeds: Seed[] = []
    for (const [index, control] of inOrderOfPlanting()) {
      for (const { version, manifest } of control.examples[kind]) {
        // Configuration files of components are no objects of a cluster.
        if (parseYaml(manifest).some(({ value }) => (value as Partial<Manifest> | undefined)?.metadata === undefined))
          continue
        const seed = seedOf(
          control,
          manifest,
          `-s${index}`,
          (object) => collections.get(typeOf(object))?.namespaced ?? false
        )
        if (version !== null || !seed.objects.every((object) => collections.has(typeOf(object)))) continue
        if (kind === 'fail' && !fires(control, manifest)) continue
        if (await plant(running, seed)) {
          seeds.push(seed)
          break
        }
      }
    }
    return seeds
  }

  /** False where the API server refuses an object of it: then nothing of it stays. */
  async function plant(running: Kubetest, { objects }: Seed): Promise<boolean> {
    const made: Manifest[] = []
    for (const object of objects.toSorted((a, b) => rank(a) - rank(b))) {
      await prepare(running, object)
      const { status } = await running.call('POST', pathOf(object), object)
      if (status === 201) made.push(object)
      else if (status === 409 && rank(object) < 2) await applyOne(running, object)
      else if (status !== 409) {
        for (const one of made.reverse()) await remove(running, one)
        return false
      }
    }
    return true
  }

  async function prepare(running: Kubetest, object: Manifest): Promise<void> {
    const { namespace } = object.metadata
    if (namespace === undefined) return
    await running.call('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace }
    })
    const account = (object.spec as { serviceAccountName?: string } | undefined)?.serviceAccountName
    for (const name of new Set(['default', account ?? 'default'])) {
      await running.call('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name }
      })
    }
  }

  async function remove(running: Kubetest, object: Manifest): Promise<void> {
    if (object.kind === 'Namespace') return
    const path = `${pathOf(object)}/${object.metadata.name}?gracePeriodSeconds=0`
    const { status, body } = await running.call('DELETE', path)
    assert.ok(status === 200 || status === 202 || status === 404, JSON.stringify(body))
  }

  function pathOf(object: Manifest): string {
    const path = collections.get(typeOf(object))?.path ?? assert.fail(`${typeOf(object)} is not served`)
    return path.replace('NAMESPACE', object.metadata.namespace ?? '')
  }
})

/** Webhooks that nobody answers refuse what comes after them. */
function inOrderOfPlanting(): [number, Control][] {
  const calls = ({ examples: { pass, fail } }: Control): number =>
    Number([...pass, ...fail].some(({ manifest }) => manifest.includes('WebhookConfiguration')))
  const here = [...registry.controls.entries()].filter(([, { id }]) => !(id in notHere))
  return here.sort(([, a], [, b]) => calls(a) - calls(b))
}

const readsSecrets = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: bulwark-secrets}
rules: [{apiGroups: [""], resources: [secrets], verbs: [list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: bulwark-secrets}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: bulwark-secrets}
subjects: [{kind: ServiceAccount, name: bulwark-reader, namespace: bulwark}]
`

const sandbox = 'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: gvisor}\nhandler: runsc\n'

/** What the cluster gets from outside belongs to mending it. */
const externalSecrets = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: externalsecrets.external-secrets.io}
spec:
  group: external-secrets.io
  names: {kind: ExternalSecret, listKind: ExternalSecretList, plural: externalsecrets, singular: externalsecret}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`

/** Namespaces first, and accounts before the pods that run as them. */
function rank({ kind }: Manifest): number {
  return kind === 'Namespace' ? 0 : kind === 'ServiceAccount' ? 1 : 2
}

function typeOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`
}

function fires(control: Control, manifest: string): boolean {
  return exampleFindings(control, { version: null, manifest }, registry).findings.length > 0
}

function isAbout({ control, status, resource: { name, namespace } }: Finding, seed: Seed): boolean {
  const { id } = seed.control
  if (status !== 'fail' || (control !== id && stricter.get(id)?.has(control) !== true)) return false
  // What is about the cluster as a whole is found at the namespace that every cluster has.
  return name === 'kube-system' || [name, namespace].some((text) => text?.endsWith(seed.mark) === true)
}

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
}

const readerRole = '/apis/rbac.authorization.k8s.io/v1/clusterroles/bulwark-reader'

/** What analyses and rules need, in different combinations. */
const withheld = [
  ['NetworkPolicy', 'networking.k8s.io', 'networkpolicies'],
  ['RoleBinding', 'rbac.authorization.k8s.io', 'rolebindings'],
  ['ResourceQuota', '', 'resourcequotas'],
  ['Service', '', 'services'],
  ['CronJob', 'batch', 'cronjobs']
] as const

function withoutResource(rules: readonly Rule[], group: string, resource: string): Rule[] {
  return rules.flatMap((rule) => {
    const resources = rule.resources.filter((one) => one !== resource)
    return rule.apiGroups.includes(group) ? (resources.length === 0 ? [] : [{ ...rule, resources }]) : [rule]
  })
}

/** The controls that say of themselves that they are about a kind, or look it up. */
function needing(kind: string): string[] {
  const isWorkload = workloadKindNames.includes(kind)
  const needs = ({ analyse, rules }: Control): boolean =>
    analyse !== null
      ? analyse.reads.some((read) => read === kind || (read === 'workloads' && isWorkload))
      : rules.some(({ each, kinds }) => {
          const place = typeof each === 'string' ? each : each.in
          return place === 'resource' ? kinds?.includes(kind) === true : isWorkload && !aboutComponents.has(place)
        })
  return registry.controls
    .filter(needs)
    .map(({ id }) => id)
    .sort()
}

const aboutComponents: ReadonlySet<string> = new Set(['component', 'file'])

/** All that the account with the shipped role finds, and with Secrets. */
async function scanned(t: TestContext, server: Kubetest): Promise<readonly Finding[]> {
  const { findings, unread } = await scan(t, server)
  assert.deepEqual(unread, [])
  return findings
}

async function scan(t: TestContext, server: Kubetest): Promise<Report> {
  const token = await tokenOf(server, 'bulwark', 'bulwark-reader')
  const parts = { server: server.url, cluster: { 'certificate-authority': authorityFile(server) }, user: { token } }
  const config = join(
    tempTree(t, { 'bulwark.yaml': 'trustedRegistries: [registry.example, docker.io/library]\n' }),
    'bulwark.yaml'
  )
  const asked = frameworks.flatMap((name) => ['-f', name])
  const { stdout, stderr } = bulwark([
    'scan',
    '--cluster',
    '--kubeconfig',
    kubeconfig(t, parts),
    '--config',
    config,
    ...asked,
    '-o',
    'json'
  ])
  assert.notEqual(stdout, '', stderr)
  return JSON.parse(stdout) as Report
}

/** Every collection of the server, by version and kind. */
async function served(server: Kubetest): Promise<Map<string, { path: string; namespaced: boolean }>> {
  const { body } = await server.call('GET', '/apis')
  const versions = (body as { groups: { versions: { groupVersion: string }[] }[] }).groups.flatMap(
    (group) => group.versions
  )
  const found = new Map<string, { path: string; namespaced: boolean }>()
  for (const version of ['v1', ...versions.map(({ groupVersion }) => groupVersion)]) {
    for (const [kind, { plural, namespaced }] of await collectionsOf(server, version)) {
      const scope = namespaced ? '/namespaces/NAMESPACE' : ''
      found.set(`${version} ${kind}`, { path: `${groupPath(version)}${scope}/${plural}`, namespaced })
    }
  }
  return found
}
