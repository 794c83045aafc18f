import type { Estate } from '../../estate/estate.ts'
import { formatPath, type Path } from '../../estate/path.ts'
import { isEverywhere } from '../../network/address.ts'
import { networkOf } from '../../network/network.ts'
import type { Direction, Rule } from '../../network/policy.ts'
import { isEveryPort } from '../../network/ports.ts'
import { fails, passes, type Verdict } from '../analysis.ts'

interface Opening {
  readonly path: Path
  readonly who: string
}

/** Whether policies have rules in a direction that limit neither who nor which port. */
export function* openRuleVerdicts(estate: Estate, direction: Direction): Iterable<Verdict> {
  for (const { resource, isolates, rules } of networkOf(estate).policies) {
    if (!isolates.has(direction)) continue
    const openings = rules[direction].flatMap(openingsOf)
    if (openings.length === 0) yield passes(resource)
    for (const { path, who } of openings) {
      const what = direction === 'ingress' ? `lets ${who} in` : `lets pods out to ${who}`
      yield fails(resource, `the rule ${what}, on all ports`, { path, item: formatPath(path) })
    }
  }
}

function openingsOf({ path, peers, ports }: Rule): Opening[] {
  if (!isEveryPort(ports)) return []
  if (peers === null) return [{ path, who: 'everyone' }]
  return peers.flatMap((peer) => {
    if (peer.pods?.everyone) return [{ path: peer.path, who: 'every pod of the cluster' }]
    return peer.addresses.some(isEverywhere) ? [{ path: peer.path, who: 'every address' }] : []
  })
}
