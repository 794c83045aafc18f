import type { Mapping } from '../../estate/mapping.ts'
import { makeResource, type Origin, type Resource } from '../../estate/resource.ts'
import type { ConfiguredWorkload } from '../../estate/workload-kinds.ts'
import { embeddedConfiguration } from '../embedded-configuration.ts'
import { bareUnit, type SourceUnit } from '../unit.ts'
import type { Cluster } from './connect.ts'
import { ConnectionFault } from './connection/connection-fault.ts'
import { getNamespace, isNamespace } from './get-namespace.ts'
import { kindsToRead } from './kinds.ts'
import { readKubeletConfigs } from './kubelet-config.ts'
import { ListFault } from './list-fault.ts'
import { listKind } from './list-kind.ts'
import { inOrder } from './ordered-reads.ts'
import { chooseServed, type Wanted } from './served-kinds.ts'

export interface ClusterReading {
  /** Only these; the whole cluster where it is empty. Objects that are in no namespace are read all the same. */
  readonly namespaces: readonly string[]
  /** Kinds that the user's configuration names. */
  readonly workloads: readonly ConfiguredWorkload[]
  /** Kinds that somebody looks at, by name: no others are asked for. Every kind where it is absent or null. */
  readonly kinds?: ReadonlySet<string> | null
  /** Also ask each kubelet for the configuration that it runs with. */
  readonly kubeletConfig?: boolean
  /** Told once how many lists are about to be read, so that progress can be shown. */
  readonly onListed?: (lists: number) => void
  /** Told after each list. */
  readonly onList?: (outcome: ListOutcome) => void
}

/** What became of a list: read to its end, refused for lack of rights, or given up. */
export type ListOutcome = 'read' | 'refused' | 'failed'

/** Lists that are read at the same time. */
const atOnce = 5

/** One list to read. */
interface Task {
  readonly wanted: Wanted
  /** Null for the whole cluster. */
  readonly namespace: string | null
}

/**
 * Reads every kind that Bulwark knows from a cluster, a page of objects at a time, controllers before what they control.
 * The order is always the same. What the server does not give is said in a unit's `unread`, and in `errors` where that is
 * for no lack of rights.
 */
export async function* readCluster(cluster: Cluster, reading: ClusterReading): AsyncGenerator<SourceUnit> {
  const { client, served } = cluster
  const { wanted, unread } = chooseServed(kindsToRead(reading.workloads, neededKinds(reading)), served)
  const tasks = wanted.flatMap((one) => tasksOf(one, reading.namespaces))
  reading.onListed?.(tasks.length)
  const file = `cluster ${client.access.name}`
  // Also where the cluster is empty: it was read.
  yield bareUnit(file, { live: true, unread })
  const nodes = new NodeNames()
  try {
    const lists = inOrder(
      tasks.map((task) => () => readTask(cluster, task, file, reading)),
      atOnce
    )
    for await (const unit of lists) {
      nodes.note(unit)
      yield unit
    }
    if (reading.kubeletConfig === true) yield* readKubeletConfigs(client, file, nodes.all)
  } finally {
    client.close()
  }
}

/** Kubelets are asked through their nodes. */
function neededKinds({ kinds = null, kubeletConfig }: ClusterReading): ReadonlySet<string> | null {
  return kinds === null || kubeletConfig !== true ? kinds : new Set([...kinds, 'Node'])
}

/** Names of the nodes in what was read. */
class NodeNames {
  readonly #names: string[] = []
  #missing = false

  note({ resources, unread }: SourceUnit): void {
    this.#missing ||= unread.some(({ kind }) => kind === 'Node')
    for (const { kind, apiVersion, name } of resources) {
      if (kind === 'Node' && apiVersion === 'v1' && name !== null) this.#names.push(name)
    }
  }

  /** Null where they could not be listed. */
  get all(): readonly string[] | null {
    return this.#missing ? null : this.#names
  }
}

function tasksOf(wanted: Wanted, namespaces: readonly string[]): Task[] {
  const everywhere = namespaces.length === 0 || !(wanted.namespaced || isNamespace(wanted))
  return everywhere ? [{ wanted, namespace: null }] : namespaces.map((namespace) => ({ wanted, namespace }))
}

async function* readTask(
  { client }: Cluster,
  { wanted, namespace }: Task,
  file: string,
  { onList }: ClusterReading
): AsyncGenerator<SourceUnit> {
  const pages =
    namespace !== null && isNamespace(wanted)
      ? getNamespace(client, wanted, namespace)
      : listKind(client, wanted, namespace)
  try {
    for await (const objects of pages) {
      const resources = objects.map(resourceOf(wanted))
      const all = isConfigMap(wanted) ? resources.flatMap((each) => [each, ...embeddedConfiguration(each)]) : resources
      if (objects.length > 0) yield bareUnit(file, { live: true, resources: all })
    }
    onList?.('read')
  } catch (error) {
    if (!(error instanceof ListFault || error instanceof ConnectionFault)) throw error
    const refused = error instanceof ListFault && error.forbidden
    yield withoutRest(error, refused, { wanted, namespace }, file)
    onList?.(refused ? 'refused' : 'failed')
  }
}

function isConfigMap({ kind, group }: Wanted): boolean {
  return kind === 'ConfigMap' && group === ''
}

const origin: Origin = { file: null, document: 0, prefix: [] }

function resourceOf({ kind, group, version }: Wanted): (object: Mapping) => Resource {
  const apiVersion = group === '' ? version : `${group}/${version}`
  return (object) => makeResource(apiVersion, kind, object, origin)
}

/** What is said in place of the objects that were not given. */
function withoutRest(
  { message: reason }: Error,
  refused: boolean,
  { wanted: { kind, group }, namespace }: Task,
  file: string
): SourceUnit {
  const unread = [{ kind, group, namespace, reason }]
  if (refused) return bareUnit(file, { live: true, unread })
  const message = `${kind}${namespace === null ? '' : ` in ${namespace}`}: ${reason}`
  return bareUnit(file, { live: true, unread, errors: [{ file, line: null, column: null, message }] })
}
