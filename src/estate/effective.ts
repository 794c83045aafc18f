import { isMapping, type Mapping, mappingAt } from './mapping.ts'
import type { Container } from './workload.ts'

/** Fields of a pod's security context that hold for each container that does not set its own. */
const inherited = [
  'seLinuxOptions',
  'runAsUser',
  'runAsGroup',
  'runAsNonRoot',
  'seccompProfile',
  'appArmorProfile'
] as const

/** Windows options are the one part that merges field by field; a pair of these two goes together. */
const gmsa = ['gmsaCredentialSpecName', 'gmsaCredentialSpec'] as const
const windowsFields = ['runAsUserName', 'hostProcess'] as const

/**
 * The security context that a container runs with: its own, completed from the pod's. As the kubelet merges them
 * (`DetermineEffectiveSecurityContext` in k8s.io/kubernetes/pkg/securitycontext, and the seccomp and AppArmor
 * profiles, for which the container's wins as a whole). A new object; the manifest's own are not changed.
 */
export function effectiveSecurityContext(spec: Mapping, container: Container): Mapping {
  const own = mappingAt(container.object, 'securityContext')
  const pods = mappingAt(spec, 'securityContext')
  const effective: Mapping = {}
  if (pods !== undefined) copySet(pods, inherited, effective)
  for (const key in own) {
    if (isSet(own[key])) effective[key] = own[key]
  }
  const windows = effectiveWindowsOptions(pods?.windowsOptions, own?.windowsOptions)
  if (windows !== undefined) effective.windowsOptions = windows
  return effective
}

function effectiveWindowsOptions(pods: unknown, own: unknown): unknown {
  if (!isMapping(own)) return isSet(pods) ? pods : undefined
  if (!isMapping(pods)) return own
  const merged: Mapping = {}
  copySet(pods, [...gmsa, ...windowsFields], merged)
  if (gmsa.some((key) => isSet(own[key]))) {
    for (const key of gmsa) {
      delete merged[key]
    }
    copySet(own, gmsa, merged)
  }
  copySet(own, windowsFields, merged)
  return merged
}

function copySet(from: Mapping, keys: readonly string[], to: Mapping): void {
  for (const key of keys) {
    if (isSet(from[key])) to[key] = from[key]
  }
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}
