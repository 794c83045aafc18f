import { groupOf, type Resource } from '../estate/resource.ts'
import { workloadKindNames } from '../estate/workload-kinds.ts'
import { didYouMean } from '../names/nearest-name.ts'

/** Groups that only Kubernetes itself can have: no custom resource has a kind in them. */
const ownGroups: ReadonlySet<string> = new Set(['', 'apps', 'batch'])

/** Kind → the tail of a message; empty for what is not near to a workload's name. */
const known = new Map<string, string>()

/** What is wrong with a kind that is nearly one with a pod, such as `pod` or `Deploymnet`; null where nothing is. */
export function mistypedKind({ apiVersion, kind }: Resource): string | null {
  if (!ownGroups.has(groupOf(apiVersion))) return null
  let hint = known.get(kind)
  if (hint === undefined) {
    hint = didYouMean(kind, workloadKindNames)
    known.set(kind, hint)
  }
  return hint === '' ? null : `${apiVersion} has no kind "${kind}"${hint}`
}
