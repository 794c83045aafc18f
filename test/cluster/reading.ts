import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Resource } from '../../src/estate/resource.ts'
import { type Cluster, connect } from '../../src/sources/cluster/connect.ts'
import { type Patience, usualPatience } from '../../src/sources/cluster/connection/api-client.ts'
import { type ClusterReading, readCluster } from '../../src/sources/cluster/read-cluster.ts'
import { tempTree } from '../../src/sources/temp-tree.fixture.ts'
import type { InputError, Unread } from '../../src/sources/unit.ts'

/** As long as a test can wait. */
export const impatience: Patience = { ...usualPatience, idle: 300, tries: 3, firstPause: 1, longestPause: 50 }

export interface KubeconfigParts {
  readonly server: string
  readonly cluster?: Readonly<Record<string, unknown>>
  readonly user?: Readonly<Record<string, unknown>>
}

/** A kubeconfig as text; JSON is YAML. */
export function kubeconfigText({ server, cluster = {}, user = {} }: KubeconfigParts): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'fake', cluster: { server, ...cluster } }],
    users: [{ name: 'tester', user }],
    contexts: [{ name: 'test', context: { cluster: 'fake', user: 'tester' } }],
    'current-context': 'test'
  })
}

/** Path of a kubeconfig in a folder of its own. */
export function kubeconfig(t: TestContext, parts: KubeconfigParts): string {
  return join(tempTree(t, { config: kubeconfigText(parts) }), 'config')
}

export async function tryToConnect(
  t: TestContext,
  parts: KubeconfigParts,
  namespaces: readonly string[] = [],
  patience = impatience
): ReturnType<typeof connect> {
  return connect({ kubeconfig: kubeconfig(t, parts), context: undefined }, namespaces, patience, {})
}

/** The reason for which there is no connection. */
export async function problemOf(
  t: TestContext,
  parts: KubeconfigParts,
  namespaces: readonly string[] = []
): Promise<string> {
  const outcome = await tryToConnect(t, parts, namespaces)
  if ('problem' in outcome) return outcome.problem
  outcome.client.close()
  assert.fail('connected')
}

export async function connected(t: TestContext, parts: KubeconfigParts, patience = impatience): Promise<Cluster> {
  const outcome = await tryToConnect(t, parts, [], patience)
  if ('problem' in outcome) assert.fail(outcome.problem)
  return outcome
}

export interface Everything {
  readonly resources: readonly Resource[]
  readonly unread: readonly Unread[]
  readonly errors: readonly InputError[]
  /** Objects in each unit. */
  readonly sizes: readonly number[]
}

export async function readEverything(cluster: Cluster, reading: Partial<ClusterReading> = {}): Promise<Everything> {
  const resources: Resource[] = []
  const unread: Unread[] = []
  const errors: InputError[] = []
  const sizes: number[] = []
  for await (const unit of readCluster(cluster, { namespaces: [], workloads: [], ...reading })) {
    assert.ok(unit.live)
    resources.push(...unit.resources)
    unread.push(...unit.unread)
    errors.push(...unit.errors)
    if (unit.resources.length > 0) sizes.push(unit.resources.length)
  }
  return { resources, unread, errors, sizes }
}

/** `Pod shop/web`, as tests compare them. */
export function names(resources: readonly Resource[]): string[] {
  return resources.map(({ kind, namespace, name }) => `${kind} ${namespace === null ? '' : `${namespace}/`}${name}`)
}
