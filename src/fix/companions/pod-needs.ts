import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { PodView } from '../../estate/workload.ts'
import { type Amounts, amountOf, type Measure, type Needs, needsOf, plainAmount } from './amount.ts'
import type { ContainerDefaults } from './container-defaults.ts'

/**
 * What a pod counts for under a quota: the sum of its containers, or the most that one init container needs beside the
 * sidecars that run by then, whichever is more, and the overhead of its runtime class. What the pod as a whole states
 * counts instead. As `PodRequests` and `PodLimits` of k8s.io/component-helpers compute it.
 * @param defaults What a LimitRange gives containers that say nothing.
 * @returns Null for a measure that some container leaves open, which makes it unlimited.
 */
export function podNeeds(view: PodView, defaults: ContainerDefaults): Needs {
  const own = needsOf(view.spec)
  const overhead = mappingAt(view.spec, 'overhead') ?? {}
  const of = (side: 'requests' | 'limits', measure: Measure): number | null => {
    const needed = own[side][measure] ?? sumOf(view, (needs) => needs[side][measure] ?? defaults[side][measure])
    return needed === null ? null : needed + (amountOf(measure, overhead[measure]) ?? 0)
  }
  const both = (side: 'requests' | 'limits'): Amounts => ({ cpu: of(side, 'cpu'), memory: of(side, 'memory') })
  return { requests: both('requests'), limits: both('limits') }
}

function sumOf({ containers }: PodView, amount: (needs: Needs) => number | null): number | null {
  let running = 0
  let sidecars = 0
  let most = 0
  for (const container of containers) {
    if (container.type === 'ephemeral') continue
    const own = amount(needsOf(container.object))
    if (own === null) return null
    if (container.type === 'container') running += own
    else if (container.sidecar) {
      sidecars += own
      most = Math.max(most, sidecars)
    } else most = Math.max(most, sidecars + own)
  }
  return Math.max(running + sidecars, most)
}

/** Devices and other resources that only some nodes have, such as `nvidia.com/gpu`, and how many a pod asks for. */
export function extendedNeeds({ containers }: PodView): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { object, type } of containers) {
    const limits = mappingAt(object, 'resources')?.limits
    if (type === 'ephemeral' || !isMapping(limits)) continue
    for (const [name, value] of Object.entries(limits)) {
      const amount = plainAmount(value)
      if (!name.includes('/') || amount === null) continue
      const known = sums.get(name) ?? 0
      sums.set(name, type === 'init' ? Math.max(known, amount) : known + amount)
    }
  }
  return sums
}
