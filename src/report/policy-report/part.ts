import { type Outcome, outcomes } from './result.ts'

/**
 * `kubectl apply` keeps a copy of an object in an annotation of it, and the API server takes no more than 256 KiB of
 * annotations. That is far below what etcd takes (1.5 MiB), and there is room for what else is in a report.
 */
const longestResults = 240_000

/** One report of a scope: as many results as an object holds. */
export interface Part {
  readonly key: string
  /** From 1. */
  readonly number: number
  readonly scope: Scope
  readonly counts: Record<Outcome, number>
  /** Of its results, with what follows each. */
  bytes: number
}

/** Where a report lies: null for what is in no namespace, the empty text for the namespace of whoever applies it. */
export type Scope = string | null

/** The reports of all scopes, each with the next part when one is full. */
export class Parts {
  readonly #all = new Map<string, Part>()
  readonly #latest = new Map<Scope, Part>()

  /** The part of a scope that takes so many bytes more. */
  of(scope: Scope, bytes: number): Part {
    const latest = this.#latest.get(scope)
    if (latest !== undefined && latest.bytes + bytes <= longestResults) return latest
    const number = (latest?.number ?? 0) + 1
    const part = { key: keyOf(scope, number), number, scope, counts: noCounts(), bytes: 0 }
    this.#all.set(part.key, part)
    this.#latest.set(scope, part)
    return part
  }

  /** The part under a key. */
  get(key: string): Part | undefined {
    return this.#all.get(key)
  }
}

/** Sorts parts of no namespace first, then by namespace, then by number. */
function keyOf(scope: Scope, number: number): string {
  return `${scope === null ? '' : `/${scope}`}\0${String(number).padStart(9, '0')}`
}

function noCounts(): Record<Outcome, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
}
