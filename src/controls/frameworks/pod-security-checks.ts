/** One check of the Pod Security Standards, as k8s.io/pod-security-admission v0.37.2 has it. */
export interface PodSecurityCheck {
  readonly id: string
  readonly title: string
  readonly level: 'baseline' | 'restricted'
  /** The Kubernetes minor version with which the check begins. */
  readonly since: number
  /** Baseline checks that the restricted level leaves out from then on, since this one is stricter. */
  readonly overrides?: readonly string[]
}

/** In the order in which the API server names them: baseline first, then by id. */
export const podSecurityChecks: readonly PodSecurityCheck[] = [
  { id: 'appArmorProfile', title: 'AppArmor profile', level: 'baseline', since: 0 },
  { id: 'capabilities_baseline', title: 'Added capabilities', level: 'baseline', since: 0 },
  { id: 'hostNamespaces', title: 'Host namespaces', level: 'baseline', since: 0 },
  { id: 'hostPathVolumes', title: 'HostPath volumes', level: 'baseline', since: 0 },
  { id: 'hostPorts', title: 'Host ports', level: 'baseline', since: 0 },
  { id: 'hostProbesAndHostLifecycle', title: 'Hosts of probes and handlers', level: 'baseline', since: 34 },
  { id: 'privileged', title: 'Privileged containers', level: 'baseline', since: 0 },
  { id: 'procMount', title: 'Type of the /proc mount', level: 'baseline', since: 0 },
  { id: 'seLinuxOptions', title: 'SELinux options', level: 'baseline', since: 0 },
  { id: 'seccompProfile_baseline', title: 'Seccomp not turned off', level: 'baseline', since: 0 },
  { id: 'sysctls', title: 'Sysctls', level: 'baseline', since: 0 },
  { id: 'windowsHostProcess', title: 'Windows HostProcess', level: 'baseline', since: 0 },
  { id: 'allowPrivilegeEscalation', title: 'Privilege escalation', level: 'restricted', since: 8 },
  {
    id: 'capabilities_restricted',
    title: 'Capabilities dropped',
    level: 'restricted',
    since: 22,
    overrides: ['capabilities_baseline']
  },
  {
    id: 'procMount_restricted',
    title: 'Default /proc mount',
    level: 'restricted',
    since: 35,
    overrides: ['procMount']
  },
  {
    id: 'restrictedVolumes',
    title: 'Volume types',
    level: 'restricted',
    since: 0,
    overrides: ['hostPathVolumes']
  },
  { id: 'runAsNonRoot', title: 'Running as non-root', level: 'restricted', since: 0 },
  { id: 'runAsUser', title: 'Running as user 0', level: 'restricted', since: 23 },
  {
    id: 'seccompProfile_restricted',
    title: 'Seccomp applied',
    level: 'restricted',
    since: 19,
    overrides: ['seccompProfile_baseline']
  }
]

/** The checks of a level at a Kubernetes minor version: restricted is baseline without what it overrides, and its own. */
export function activeChecks(level: PodSecurityCheck['level'], minor: number): readonly PodSecurityCheck[] {
  const begun = podSecurityChecks.filter((check) => check.since <= minor)
  if (level === 'baseline') return begun.filter((check) => check.level === 'baseline')
  const overridden = new Set(begun.flatMap((check) => check.overrides ?? []))
  return begun.filter((check) => !overridden.has(check.id))
}
