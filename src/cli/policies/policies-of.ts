import type { Cluster } from '../../sources/cluster/connect.ts'
import type { Options } from '../verb.ts'
import type { Policies } from './policies.ts'

/**
 * The admission policies that the options name; null where they name none. Reading policies takes the whole of CEL, which
 * a scan without any does not load.
 * @param cluster Where policies are read from, too; null where they are not.
 * @throws UserError where the files hold no policy, or the cluster does not let them be read.
 */
export async function policiesOf(options: Options, cluster: Cluster | null): Promise<Policies | null> {
  const paths = options.all('policies')
  if (paths.length === 0 && cluster === null) return null
  const { readPolicies } = await import('./policies.ts')
  return readPolicies(paths, cluster)
}
