import type { Level } from './oracle.ts'

/** The reason that each check gives, which is all of a check that a denial names. */
const reasons: Readonly<Record<string, string>> = {
  'allowPrivilegeEscalation != false': 'allowPrivilegeEscalation',
  'forbidden AppArmor profile': 'appArmorProfile',
  'forbidden AppArmor profiles': 'appArmorProfile',
  'non-default capabilities': 'capabilities_baseline',
  'unrestricted capabilities': 'capabilities_restricted',
  'host namespaces': 'hostNamespaces',
  'hostPath volumes': 'hostPathVolumes',
  hostPort: 'hostPorts',
  'probe or lifecycle host': 'hostProbesAndHostLifecycle',
  privileged: 'privileged',
  procMount: 'procMount',
  'restricted volume types': 'restrictedVolumes',
  'runAsNonRoot != true': 'runAsNonRoot',
  'runAsUser=0': 'runAsUser',
  seccompProfile: 'seccompProfile_baseline',
  seLinuxOptions: 'seLinuxOptions',
  'forbidden sysctls': 'sysctls',
  hostProcess: 'windowsHostProcess'
}

/** Checks of the restricted level that give the same reason as the baseline check which they override. */
const restrictedTwins: Readonly<Record<string, { readonly id: string; readonly since: number }>> = {
  procMount: { id: 'procMount_restricted', since: 35 },
  seccompProfile_baseline: { id: 'seccompProfile_restricted', since: 19 }
}

/**
 * The ids of the checks that a Pod Security denial names, sorted. The message lists `reason (details)` after
 * `violates PodSecurity "level:version": `.
 *
 * @throws Error where the message holds a reason that is not known.
 */
export function deniedBy(message: string, level: Level, minor: number): string[] {
  const list = /violates PodSecurity "[^"]*": (.*)$/s.exec(message)?.[1]
  if (list === undefined) throw new Error(`not a Pod Security denial: ${message}`)
  return withoutDetails(list)
    .split(', ')
    .map((reason) => checkOf(reason, level, minor))
    .sort()
}

function checkOf(reason: string, level: Level, minor: number): string {
  const id = reasons[reason]
  if (id === undefined) throw new Error(`unknown reason "${reason}"`)
  const twin = restrictedTwins[id]
  return level === 'restricted' && twin !== undefined && minor >= twin.since ? twin.id : id
}

/** Cuts what stands in parentheses; names in the pods of these tests have none of their own. */
function withoutDetails(list: string): string {
  return list.replace(/ \([^()]*\)/g, '')
}
