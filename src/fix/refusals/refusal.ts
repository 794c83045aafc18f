import type { Path } from '../../estate/path.ts'

/** Why the API server refuses an object, or the kubelet never starts its containers. */
export interface Refusal {
  /** The fields that are wrong together, from the object's root: a fix that sets one of them is at fault. */
  readonly fields: readonly Path[]
  /** In one line. */
  readonly reason: string
}
