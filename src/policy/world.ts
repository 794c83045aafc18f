import type { Mapping } from '../estate/mapping.ts'
import type { KindTable } from './match/kind-table.ts'
import type { Param, ParamKind } from './policy.ts'

/** What the verdict on a request depends on besides it and the policies. */
export interface World {
  readonly kinds: KindTable
  namespace(name: string): NamespaceLookup
  params(kind: ParamKind): KnownParams
}

/** Objects that parameters are taken from. */
export interface KnownParams {
  /** In the order of namespace and name. */
  readonly params: readonly Param[]
  /** Why there may be others; null where there are none. */
  readonly missing: string | null
}

/** A namespace as far as it is known. */
export interface NamespaceLookup {
  /** Null where nothing is known of it. */
  readonly object: Mapping | null
  /** Why not; null where it is known. */
  readonly unknown: string | null
}
