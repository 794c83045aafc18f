import type { Cluster } from '../../sources/cluster/connect.ts'
import { UserError } from '../user-error.ts'
import type { Options } from '../verb.ts'

/** Options that mean something for a live cluster only. */
const clusterOnly = ['context', 'kubeconfig', 'timeout', 'kubelet-config', 'cluster-policies'] as const

/** What is read of files: the current folder, or the root of the node, unless the user names something else. */
export function inputPaths(operands: readonly string[], options: Options): readonly string[] {
  if (options.has('node')) return operands.length === 0 ? ['/'] : operands
  return operands.length === 0 && !options.has('cluster') ? ['.'] : operands
}

/**
 * The cluster that the options name, connected; null where they ask for none.
 * @throws UserError for what is wrong with the options, the kubeconfig, the network or the credentials.
 */
export async function openCluster(options: Options): Promise<Cluster | null> {
  if (!options.has('cluster')) {
    const stray = clusterOnly.find((name) => options.has(name))
    if (stray !== undefined) throw new UserError(`--${stray} is about a live cluster: add --cluster`)
    return null
  }
  const seconds = Number(options.last('timeout') ?? '30')
  if (!(seconds > 0 && seconds <= 3600))
    throw new UserError(`--timeout ${options.last('timeout')}: write seconds, such as 30`)
  const { connect } = await import('../../sources/cluster/connect.ts')
  const { usualPatience } = await import('../../sources/cluster/connection/api-client.ts')
  const choice = { kubeconfig: options.last('kubeconfig'), context: options.last('context') }
  const cluster = await connect(choice, options.all('namespace'), { ...usualPatience, idle: seconds * 1000 })
  if ('problem' in cluster) throw new UserError(cluster.problem)
  return cluster
}
