import type { NetworkPod } from '../../../network/pod.ts'
import type { Direction } from '../../../network/policy.ts'

/** The pods of a namespace that no policy limits yet, by direction; none where that direction is to stay as it is. */
export type OpenPods = Readonly<Record<Direction, readonly NetworkPod[]>>
