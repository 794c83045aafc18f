import type { Estate } from '../../estate/estate.ts'
import type { Companion } from './companion.ts'
import { limitRangeCompanion } from './limit-range.ts'
import { namespacesOf } from './namespace-contents.ts'
import { networkCompanion } from './network/network-policies.ts'
import { type PodSecurityOptions, podSecurityCompanion } from './pod-security.ts'
import { quotaCompanion } from './resource-quota.ts'
import { accountsCompanion } from './service-accounts.ts'

/** What the input does not say. */
export interface CompanionOptions extends PodSecurityOptions {
  /** How many nodes the cluster has; null where nobody says, and those of the input count. */
  readonly nodes: number | null
}

/**
 * What the namespaces of an estate lack beside their workloads, each with its grade. Namespaces of Kubernetes itself, and
 * objects that name no namespace, are left alone. With everything applied that it gives, it gives nothing.
 */
export function companions(estate: Estate, options: CompanionOptions): readonly Companion[] {
  const known = estate.ofKind('Node', '').length
  const size = { nodes: options.nodes ?? (known === 0 ? null : known) }
  return namespacesOf(estate).flatMap((contents) =>
    [
      podSecurityCompanion(estate, contents, options),
      limitRangeCompanion(contents),
      quotaCompanion(estate, contents, size),
      accountsCompanion(estate, contents),
      networkCompanion(estate, contents)
    ].filter((made) => made !== null)
  )
}
