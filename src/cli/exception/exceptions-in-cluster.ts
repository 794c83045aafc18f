import { exceptionGroup, exceptionKind } from '../../exceptions/granted.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import { listObjects } from '../../sources/cluster/list-objects.ts'
import { tell } from '../write.ts'
import { exceptionOfObject } from './exception-of-object.ts'
import type { FoundExceptions } from './exceptions-in-files.ts'

/** The exceptions that a cluster holds. A cluster that does not know the kind has none, which is said. */
export async function exceptionsInCluster(
  cluster: Cluster,
  known: ReadonlySet<string>,
  now: Date
): Promise<FoundExceptions> {
  const { kinds, unknownGroups } = cluster.served
  const served = kinds.find(({ kind, group }) => kind === exceptionKind && group === exceptionGroup)
  if (served === undefined) {
    const unknown = unknownGroups.get(exceptionGroup)
    if (unknown !== undefined) return { exceptions: [], troubles: [unknown] }
    tell(`the cluster knows no ${exceptionKind}: deploy/crds/hardeningexceptions.yaml adds the kind`)
    return { exceptions: [], troubles: [] }
  }
  const objects = await listObjects(cluster, served)
  if (typeof objects === 'string') {
    return { exceptions: [], troubles: [`the cluster does not give its exceptions: ${objects}`] }
  }
  const exceptions = objects.map((resource) =>
    exceptionOfObject(resource, { source: 'cluster', resource, file: null, line: null }, known, now)
  )
  return { exceptions, troubles: [] }
}
