import { isMapping, type Mapping, mappingAt } from '../../estate/mapping.ts'
import { parseQuantity } from '../../kubernetes/quantity/parse.ts'
import { Quantity } from '../../kubernetes/quantity/quantity.ts'

/** What containers ask for: CPU in thousandths, memory in bytes. */
export const measures = ['cpu', 'memory'] as const
export type Measure = (typeof measures)[number]

/** One measure each; null where nothing is said. */
export type Amounts = Readonly<Record<Measure, number | null>>

/** What a container or a pod requests, and what it is limited to. */
export interface Needs {
  readonly requests: Amounts
  readonly limits: Amounts
}

const Ki = 1024
const Mi = Ki * 1024
const Gi = Mi * 1024

/** An amount as a whole number of its smallest unit; null for what is no quantity, or nothing. */
export function amountOf(measure: Measure, value: unknown): number | null {
  const plain = plainAmount(value)
  if (plain === null) return null
  // Thousandths that a double cannot hold, such as 0.1 * 1000, must not round up to one more.
  return Math.ceil(Number((measure === 'cpu' ? plain * 1000 : plain).toPrecision(12)))
}

/** A quantity of anything; null for what is none. */
export function plainAmount(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const quantity = parseQuantity(String(value))
  if (!(quantity instanceof Quantity)) return null
  const amount = quantity.toApproximateNumber()
  return Number.isFinite(amount) && amount >= 0 ? amount : null
}

/** The needs that a container or a pod states under `resources`; requests are the limits where only these are given. */
export function needsOf(holder: Mapping): Needs {
  const resources = mappingAt(holder, 'resources') ?? {}
  const limits = amountsIn(resources.limits)
  const requests = amountsIn(resources.requests)
  return {
    requests: { cpu: requests.cpu ?? limits.cpu, memory: requests.memory ?? limits.memory },
    limits
  }
}

function amountsIn(map: unknown): Amounts {
  if (!isMapping(map)) return { cpu: null, memory: null }
  return { cpu: amountOf('cpu', map.cpu), memory: amountOf('memory', map.memory) }
}

/** As people write it: `250m`, `2`, `512Mi`. */
export function formatAmount(measure: Measure, amount: number): string {
  if (measure === 'cpu') return amount % 1000 === 0 ? String(amount / 1000) : `${amount}m`
  for (const [unit, suffix] of [
    [Gi, 'Gi'],
    [Mi, 'Mi'],
    [Ki, 'Ki']
  ] as const) {
    if (amount > 0 && amount % unit === 0) return `${amount / unit}${suffix}`
  }
  return String(amount)
}

const steps: Readonly<Record<Measure, readonly (readonly [below: number, step: number])[]>> = {
  cpu: [
    [100, 10],
    [1000, 50],
    [4000, 250],
    [Number.POSITIVE_INFINITY, 1000]
  ],
  memory: [
    [128 * Mi, 16 * Mi],
    [Gi, 64 * Mi],
    [8 * Gi, 256 * Mi],
    [Number.POSITIVE_INFINITY, Gi]
  ]
}

/** Up to the next amount that people would write. */
export function roundedUp(measure: Measure, amount: number): number {
  const step = steps[measure].find(([below]) => amount <= below)?.[1] ?? 1
  return Math.ceil(amount / step) * step
}

export const smallest = {
  request: { cpu: 50, memory: 64 * Mi },
  limit: { cpu: 500, memory: 256 * Mi }
} as const satisfies Record<string, Readonly<Record<Measure, number>>>

/** The least limit for what has run without one. */
export const generous: Readonly<Record<Measure, number>> = { cpu: 1000, memory: Gi }
