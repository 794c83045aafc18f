import { isMapping, mappingAt } from '../../estate/mapping.ts'
import type { Resource } from '../../estate/resource.ts'
import type { Container } from '../../estate/workload.ts'
import { type Amounts, amountOf, generous, type Measure, type Needs, needsOf, roundedUp, smallest } from './amount.ts'
import type { NamespaceContents } from './namespace-contents.ts'

/** What a LimitRange gives containers that say nothing. */
export type ContainerDefaults = Needs

const nothing: Amounts = { cpu: null, memory: null }
export const noDefaults: ContainerDefaults = { requests: nothing, limits: nothing }

/** The containers that a LimitRange is about. */
export function boundedContainers({ pods }: NamespaceContents): Container[] {
  return pods.flatMap(({ containers }) => containers.filter(({ type }) => type !== 'ephemeral'))
}

/**
 * Defaults for the containers of a namespace: what is usual there, and in any case enough for every container that would
 * get them. A default limit below the request of a container would make its pod invalid.
 */
export function chosenDefaults(contents: NamespaceContents): ContainerDefaults {
  const needs = boundedContainers(contents).map(({ object }) => needsOf(object))
  const isWhole = contents.pods.length > 0 && contents.unseen.length === 0
  const limit = (measure: Measure): number => {
    const unlimited = needs
      .filter(({ limits }) => limits[measure] === null)
      .map(({ requests }) => requests[measure] ?? 0)
    const usual = median(needs.flatMap(({ limits }) => limits[measure] ?? []))
    // What ran without a limit until now must not be killed for a small one.
    const floor = unlimited.length > 0 || !isWhole ? generous[measure] : smallest.limit[measure]
    return roundedUp(measure, Math.max(usual, floor, 2 * Math.max(0, ...unlimited)))
  }
  const limits = { cpu: limit('cpu'), memory: limit('memory') }
  const request = (measure: Measure): number => {
    const usual = median(needs.flatMap(({ requests }) => requests[measure] ?? []))
    return Math.min(limits[measure], roundedUp(measure, Math.max(usual, smallest.request[measure])))
  }
  return { requests: { cpu: request('cpu'), memory: request('memory') }, limits }
}

/** What LimitRanges that are there give; as the API server has it, a default limit is the default request, too. */
export function givenDefaults(ranges: readonly Resource[]): ContainerDefaults {
  const items = ranges.flatMap(({ object }) => {
    const limits = mappingAt(object, 'spec')?.limits
    return Array.isArray(limits) ? limits.filter((item) => isMapping(item) && item.type === 'Container') : []
  })
  const first = (measure: Measure, keys: readonly string[]): number | null => {
    for (const key of keys) {
      for (const item of items) {
        const amount = amountOf(measure, isMapping(item) ? mappingAt(item, key)?.[measure] : undefined)
        if (amount !== null) return amount
      }
    }
    return null
  }
  const both = (keys: readonly string[]): Amounts => ({ cpu: first('cpu', keys), memory: first('memory', keys) })
  return { requests: both(['defaultRequest', 'default', 'max']), limits: both(['default', 'max']) }
}

/** The lower of the two in the middle; 0 of nothing. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
}
