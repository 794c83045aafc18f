import type { FixGrade } from '../../controls/control.ts'
import type { Mapping } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import type { Resource } from '../../estate/resource.ts'
import type { CommentedValue } from '../../yaml/write/commented-value.ts'

/** What a companion is about. */
export type CompanionTheme = 'limit-range' | 'resource-quota' | 'network-policies' | 'pod-security' | 'service-accounts'

/** An object that is not there yet. */
export interface NewObject extends CommentedValue {
  readonly value: Mapping
}

/** One change of a field. */
export interface FieldChange {
  readonly path: Path
  readonly set: unknown
}

/** Changes of an object that is there. */
export interface ObjectChange {
  readonly resource: Resource
  /** Paths from the object's root. */
  readonly changes: readonly FieldChange[]
}

/**
 * What a namespace lacks beside its workloads, ready to be applied: new objects, and changes of those that are there.
 * Both belong together: an account is of no use until its workload names it.
 */
export interface Companion {
  readonly namespace: string
  readonly theme: CompanionTheme
  /** Ids of the controls that pass for the namespace and its workloads once this is applied. */
  readonly controls: readonly string[]
  readonly grade: FixGrade
  /** Why this grade, in a sentence. */
  readonly argument: string
  readonly objects: readonly NewObject[]
  readonly changes: readonly ObjectChange[]
  /** What the user should know before it is applied: what may break, what was assumed, what is left to do. */
  readonly notes: readonly string[]
}
