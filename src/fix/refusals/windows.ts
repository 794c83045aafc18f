import { type Mapping, mappingAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { containerPath, type PodView } from '../../estate/workload.ts'
import type { Refusal } from './refusal.ts'

const ofPods = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace']

const ofPodContexts = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy'
]

const ofContainerContexts = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup'
]

/** Settings of Linux in a pod that says it is for Windows. */
export function windowsRefusals(view: PodView): readonly Refusal[] {
  const { spec, specPath, containers } = view
  if (mappingAt(spec, 'os')?.name !== 'windows') return []
  const fields = [
    ...present(spec, ofPods, specPath),
    ...present(mappingAt(spec, 'securityContext'), ofPodContexts, [...specPath, 'securityContext']),
    ...containers.flatMap((container) => {
      const path = [...containerPath(view, container), 'securityContext']
      return present(mappingAt(container.object, 'securityContext'), ofContainerContexts, path)
    })
  ]
  return fields.map((field) => ({
    fields: [field],
    reason: `the API server refuses ${field.at(-1)} in a pod for Windows`
  }))
}

function present(parent: Mapping | undefined, keys: readonly string[], path: Path): Path[] {
  if (parent === undefined) return []
  return keys.filter((key) => parent[key] !== undefined && parent[key] !== null).map((key) => [...path, key])
}
