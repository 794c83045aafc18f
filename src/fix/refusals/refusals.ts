import type { PodView } from '../../estate/workload.ts'
import { containerRefusals } from './containers.ts'
import { podRefusals } from './pods.ts'
import type { Refusal } from './refusal.ts'
import { seccompRefusals } from './seccomp.ts'
import { volumeRefusals } from './volumes.ts'
import { windowsRefusals } from './windows.ts'

export type { Refusal }

/**
 * What the API server would refuse in pods of which it accepts every part by itself, as far as fixes touch it: single
 * fixes can make an invalid object (k8s.io/kubernetes/pkg/apis/core/validation).
 */
export function refusalsOf(views: readonly PodView[]): readonly Refusal[] {
  return views.flatMap((view) => [
    ...podRefusals(view),
    ...windowsRefusals(view),
    ...volumeRefusals(view),
    ...seccompRefusals(view),
    ...view.containers.flatMap((container) => containerRefusals(view, container))
  ])
}
