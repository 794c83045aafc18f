/** Puts manifests into a real API server, and asks it until something has come about. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterKinds } from '../../src/sources/cluster/kinds.ts'
import { parseYaml } from '../../src/yaml/parse.ts'
import { collectionsOf, groupPath } from '../api-collections.ts'
import type { Kubetest } from '../kubetest.ts'

export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly [field: string]: unknown
}

/** Creates every object of a YAML text, or replaces what stands there. */
export async function apply(server: Kubetest, yaml: string): Promise<void> {
  for (const { value } of parseYaml(yaml)) {
    if (value !== undefined && value !== null) await applyOne(server, value as Manifest)
  }
}

export async function applyOne(server: Kubetest, manifest: Manifest): Promise<void> {
  const path = await collectionPath(server, manifest)
  const created = await server.call('POST', path, manifest)
  if (created.status === 201) return
  assert.equal(created.status, 409, `${manifest.kind} ${manifest.metadata.name}: ${JSON.stringify(created.body)}`)
  const own = `${path}/${manifest.metadata.name}`
  const { body } = await server.call('GET', own)
  const { resourceVersion } = (body as { metadata: { resourceVersion: string } }).metadata
  const replaced = await server.call('PUT', own, { ...manifest, metadata: { ...manifest.metadata, resourceVersion } })
  assert.equal(replaced.status, 200, JSON.stringify(replaced.body))
}

async function collectionPath(server: Kubetest, { apiVersion, kind, metadata }: Manifest): Promise<string> {
  const collection = (await collectionsOf(server, apiVersion)).get(kind)
  assert.ok(collection, `${apiVersion} ${kind} is not served`)
  const inNamespace = collection.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : ''
  return `${groupPath(apiVersion)}${inNamespace}/${collection.plural}`
}

/** Asks until there is an answer that is not null, for some seconds at most. */
export async function until<T>(what: string, ask: () => Promise<T | null>): Promise<T> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    const answer = await ask()
    if (answer !== null) return answer
  }
  assert.fail(`no ${what} after a minute`)
}

/** What a service account is let in with. */
export async function tokenOf(server: Kubetest, namespace: string, name: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`
  const { status, body } = await server.call('POST', path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {}
  })
  assert.equal(status, 201, JSON.stringify(body))
  return (body as { status: { token: string } }).status.token
}

/** The authority of a server's certificate, as a kubeconfig names it. */
export function authorityFile(server: Kubetest): string {
  return join(dirname(server.kubeconfig), 'ca.crt')
}

/** The role that is shipped, with the namespace that it wants. */
export async function applyReader(server: Kubetest): Promise<void> {
  await apply(server, 'apiVersion: v1\nkind: Namespace\nmetadata: {name: bulwark}\n')
  await apply(server, readFileSync(join(import.meta.dirname, '../../deploy/rbac/bulwark-reader.yaml'), 'utf8'))
}

/** Has the server serve every custom kind that Bulwark reads. */
export async function serveCustomKinds(server: Kubetest): Promise<void> {
  for (const { kind, group, resource } of clusterKinds) {
    if (group === null || resource === null || !isCustom(group)) continue
    const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } }
    await applyOne(server, {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `${resource}.${group}`, annotations: approved },
      spec: {
        group,
        names: { kind, plural: resource, singular: kind.toLowerCase(), listKind: `${kind}List` },
        scope: 'Namespaced',
        versions: [{ name: 'v1', served: true, storage: true, schema }]
      }
    } as Manifest)
  }
  for (const group of new Set(clusterKinds.map((one) => one.group).filter((one) => one !== null && isCustom(one)))) {
    const count = clusterKinds.filter((one) => one.group === group).length
    await until(`API of ${group}`, async () =>
      (await collectionsOf(server, `${group}/v1`)).size === count ? true : null
    )
  }
}

/** The API server wants to be told that groups of the Kubernetes project are what they pretend to be. */
const approved = { 'api-approved.kubernetes.io': 'https://github.com/kubernetes/enhancements' }

export function isCustom(group: string): boolean {
  return group.includes('.') && (!group.endsWith('.k8s.io') || /^(gateway|policy)\.networking/.test(group))
}
