import { mappingAt } from '../../estate/mapping.ts'
import type { Path } from '../../estate/path.ts'
import { containerPath, type PodView } from '../../estate/workload.ts'
import type { Refusal } from './refusal.ts'

/** What a pod may not say together with its namespaces. */
export function podRefusals(view: PodView): readonly Refusal[] {
  return [...userNamespace(view), ...hostProcess(view)]
}

const shared = ['hostNetwork', 'hostPID', 'hostIPC'] as const

/** A user namespace of one's own goes with no namespace of the node, and an unmasked /proc with nothing else. */
function userNamespace(view: PodView): Refusal[] {
  const { spec, specPath } = view
  const field = [...specPath, 'hostUsers']
  if (spec.hostUsers === false) {
    const refusals = shared
      .filter((name) => spec[name] === true)
      .map((name) => ({ fields: [field], reason: `the API server refuses hostUsers: false beside ${name}: true` }))
    const devices = view.containers.filter(({ object }) => Array.isArray(object.volumeDevices))
    if (devices.length === 0) return refusals
    return [...refusals, { fields: [field], reason: 'the API server refuses hostUsers: false for block volumes' }]
  }
  return view.containers
    .filter(({ object }) => mappingAt(object, 'securityContext')?.procMount === 'Unmasked')
    .map((container) => ({
      fields: [field, [...containerPath(view, container), 'securityContext', 'procMount']],
      reason: 'the API server refuses procMount: Unmasked without hostUsers: false'
    }))
}

/** A Windows container on the node itself has the network of the node, and so have all containers of its pod. */
function hostProcess(view: PodView): Refusal[] {
  const { spec, specPath, containers } = view
  const podsOwn = hostProcessOf(mappingAt(spec, 'securityContext'))
  const asked = containers.map((container) => ({
    path: [...containerPath(view, container), ...hostProcessPath],
    on: hostProcessOf(mappingAt(container.object, 'securityContext')) ?? podsOwn ?? false
  }))
  const some = asked.filter(({ on }) => on)
  if (some.length === 0) return []
  const fields: Path[] = [...asked.map(({ path }) => path), [...specPath, ...hostProcessPath]]
  if (some.length < asked.length) {
    return [{ fields, reason: 'the API server refuses HostProcess containers beside others in a pod' }]
  }
  if (spec.hostNetwork === true) return []
  return [
    {
      fields: [[...specPath, 'hostNetwork'], ...fields],
      reason: 'the API server refuses HostProcess containers without hostNetwork: true'
    }
  ]
}

const hostProcessPath = ['securityContext', 'windowsOptions', 'hostProcess']

function hostProcessOf(context: ReturnType<typeof mappingAt>): boolean | null {
  const own = context === undefined ? undefined : mappingAt(context, 'windowsOptions')?.hostProcess
  return typeof own === 'boolean' ? own : null
}
