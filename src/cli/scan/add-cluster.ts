import { count } from '../../report/text/count.ts'
import type { Scan } from '../../scan/scan.ts'
import type { Cluster } from '../../sources/cluster/connect.ts'
import { type ClusterReading, type ListOutcome, readCluster } from '../../sources/cluster/read-cluster.ts'
import { Progress } from '../progress.ts'
import { UserError } from '../user-error.ts'

/**
 * Judges what a cluster holds, a page of objects at a time.
 * @throws UserError where the account may read nothing at all.
 */
export async function addCluster(
  running: Pick<Scan, 'add'>,
  cluster: Cluster,
  { namespaces, workloads, kinds = null, kubeletConfig = false }: Omit<ClusterReading, 'onListed' | 'onList'>
): Promise<void> {
  const progress = new Progress('lists')
  const outcomes: Record<ListOutcome, number> = { read: 0, refused: 0, failed: 0 }
  let objects = 0
  let reason = ''
  const reading = {
    namespaces,
    workloads,
    kinds,
    kubeletConfig,
    onListed: (lists: number) => progress.expect(lists),
    onList: (outcome: ListOutcome) => {
      outcomes[outcome]++
      progress.step()
    }
  }
  for await (const unit of readCluster(cluster, reading)) {
    running.add(unit)
    objects += unit.resources.length
    reason ||= unit.unread[0]?.reason ?? ''
    progress.note(count(objects, 'object'))
  }
  progress.end()
  if (outcomes.refused > 0 && outcomes.read + outcomes.failed === 0)
    throw new UserError(nothingAllowed(namespaces, reason))
}

function nothingAllowed(namespaces: readonly string[], reason: string): string {
  const advice = namespaces.length === 0 ? 'Name the namespaces that it may read with --namespace, or have' : 'Have'
  return `this account may read nothing there (${reason}).\n  ${advice} the role in deploy/rbac/bulwark-reader.yaml bound to it`
}
