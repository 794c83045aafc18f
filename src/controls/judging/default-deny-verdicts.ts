import type { Estate } from '../../estate/estate.ts'
import { userNamespaces } from '../../estate/user-namespaces.ts'
import { defaultDeny } from '../../network/default-deny.ts'
import { networkOf } from '../../network/network.ts'
import type { Direction } from '../../network/policy.ts'
import { fails, passes, undecided, type Verdict } from '../analysis.ts'

/** Whether each namespace denies by default what comes in or goes out. */
export function* defaultDenyVerdicts(estate: Estate, direction: Direction): Iterable<Verdict> {
  const network = networkOf(estate)
  for (const resource of userNamespaces(estate)) {
    const { name } = resource
    if (name === null) continue
    const verdict = defaultDeny(network, network.namespaces.named(name), direction)
    switch (verdict.is) {
      case 'denied':
        yield passes(resource)
        break
      case 'unclear':
        yield undecided(resource, verdict.reason)
        break
      case 'opened':
        yield fails(
          resource,
          `network policy "${verdict.by.resource.name ?? ''}" allows all ${direction} to every pod of namespace "${name}"`
        )
        break
      case 'allowed':
        yield fails(
          resource,
          verdict.policies.length === 0
            ? `namespace "${name}" has no network policy that denies ${direction} by default`
            : `network policies of namespace "${name}" limit ${direction} of some pods, and none of all`
        )
    }
  }
}
