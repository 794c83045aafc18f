import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Cluster, connect } from '../../src/sources/cluster/connect.ts'
import { clusterKinds } from '../../src/sources/cluster/kinds.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf } from '../api-collections.ts'
import { type Kubetest, startKubetest } from '../kubetest.ts'
import {
  applyOne,
  applyReader,
  authorityFile,
  isCustom,
  type Manifest,
  serveCustomKinds,
  tokenOf,
  until
} from './live-objects.ts'
import { oneOfEach } from './one-of-each.ts'
import { kubeconfig, readEverything } from './reading.ts'

interface Rule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}

const manifests = parseYaml(readFileSync(join(import.meta.dirname, '../../deploy/rbac/bulwark-reader.yaml'), 'utf8'))
const role = manifests
  .map(({ value }) => value as Manifest & { rules: Rule[] })
  .find(({ kind }) => kind === 'ClusterRole')
assert.ok(role)
const { rules } = role

test('the shipped role grants exactly the kinds that are read, but for Secrets, and nothing but reading', () => {
  const granted = rules.flatMap(({ apiGroups, resources }) =>
    apiGroups.flatMap((group) => resources.map((resource) => `${resource}.${group}`))
  )
  const read = clusterKinds.filter(({ kind }) => kind !== 'Secret').map(({ group, resource }) => `${resource}.${group}`)
  assert.deepEqual(granted.sort(), [...new Set(read)].sort())
  for (const { verbs } of rules) assert.deepEqual(verbs, ['get', 'list'])
})

test('the role names resources as the API server does', async (t) => {
  const server = await startKubetest()
  if ('skipped' in server) return t.skip(server.skipped)
  t.after(server.stop)
  for (const { kind, group, resource } of clusterKinds) {
    if (group === null || isCustom(group)) continue
    const served = await collectionsOf(server, await preferredVersion(server, group))
    // Beta kinds are served only where somebody has asked for them.
    if (!served.has(kind)) assert.match(kind, /^MutatingAdmissionPolicy/)
    else assert.equal(served.get(kind)?.plural, resource)
  }
})

async function preferredVersion(server: Kubetest, group: string): Promise<string> {
  if (group === '') return 'v1'
  const { body } = await server.call('GET', `/apis/${group}`)
  return (body as { preferredVersion: { groupVersion: string } }).preferredVersion.groupVersion
}

describe('an account with the shipped role', () => {
  let server: Kubetest | undefined
  let cluster: Cluster

  before(async () => {
    const started = await startKubetest()
    if ('skipped' in started) return
    server = started
    await serveCustomKinds(server)
    await applyReader(server)
    for (const manifest of await oneOfEach(server)) await applyOne(server, manifest)
  })
  after(() => server?.stop())

  test('reads every kind, and is told that Secrets are left', async (t) => {
    if (server === undefined) return t.skip('no API server')
    const token = await tokenOf(server, 'bulwark', 'bulwark-reader')
    const parts = { server: server.url, cluster: { 'certificate-authority': authorityFile(server) }, user: { token } }
    const connected = await connect({ kubeconfig: kubeconfig(t, parts), context: undefined }, [])
    if ('problem' in connected) assert.fail(connected.problem)
    cluster = connected
    const { resources, unread, errors } = await readEverything(cluster)
    assert.deepEqual(
      unread.map(({ kind }) => kind),
      ['Secret']
    )
    assert.match(
      unread[0]?.reason ?? '',
      /^the API server refuses: secrets is forbidden: User "system:serviceaccount:bulwark:bulwark-reader" cannot list/
    )
    assert.deepEqual(errors, [])
    const read = new Set(
      resources.map(({ kind, apiVersion }) => `${kind} ${apiVersion.includes('/') ? apiVersion.split('/')[0] : ''}`)
    )
    const wanted = clusterKinds.filter(({ kind, unless }) => kind !== 'Secret' && unless === undefined)
    const missing = wanted.map(({ kind, group }) => `${kind} ${group}`).filter((kind) => !read.has(kind))
    assert.deepEqual(
      missing,
      missing.filter((kind) => kind.startsWith('MutatingAdmissionPolicy'))
    )
    t.diagnostic(`${resources.length} objects of ${read.size} kinds`)
  })

  test('that lacks one permission is told exactly that', async (t) => {
    if (server === undefined) return t.skip('no API server')
    let checked = 0
    for (const { kind, group, resource, unless } of clusterKinds) {
      if (kind === 'Secret' || unless !== undefined || kind.startsWith('MutatingAdmissionPolicy')) continue
      await applyOne(server, { ...role, rules: without(rules, group ?? '', resource ?? '') })
      await until(`refusal of ${resource}`, () => refusedAlone(cluster, kind, group ?? ''))
      checked++
    }
    t.diagnostic(`${checked} permissions taken away, one after the other`)
    assert.ok(checked > 50)
  })
})

function without(all: readonly Rule[], group: string, resource: string): Rule[] {
  return all.flatMap((rule) => {
    if (!rule.apiGroups.includes(group)) return [rule]
    const others = { ...rule, apiGroups: rule.apiGroups.filter((one) => one !== group) }
    const own = { ...rule, apiGroups: [group], resources: rule.resources.filter((one) => one !== resource) }
    return [others, own].filter(({ apiGroups, resources }) => apiGroups.length > 0 && resources.length > 0)
  })
}

/** The server's caches need a moment; what is refused then must be this kind and Secrets, and nothing else. */
async function refusedAlone(cluster: Cluster, kind: string, group: string): Promise<true | null> {
  const { unread } = await readEverything(cluster)
  const refused = unread.map((one) => `${one.kind} ${one.group}`)
  const expected = [`${kind} ${group}`, 'Secret ']
  return refused.toSorted().join() === expected.toSorted().join() ? true : null
}
