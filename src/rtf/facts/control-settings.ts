/** How a control that can be met on Runtime Fabric is met there. */
export interface ControlSetting {
  /** The key, below `spec` of a KubernetesTemplate or MuleApplication; null where something else sets it. */
  readonly key: string | null
  /** What to write there, so that the control passes. */
  readonly value?: unknown
  /** For people. */
  readonly how: string
}

const context = 'pod.containerSecurityContext'

function byKey(key: string, value: unknown): ControlSetting {
  return { key, value, how: `${key}: ${JSON.stringify(value)}` }
}

const bySize: ControlSetting = {
  key: null,
  how: 'size of the replica in Runtime Manager, spec.resources of a MuleApplication'
}

/** Controls by their ids. What is not here and yet settable is met by leaving the key away. */
export const controlSettings: Readonly<Record<string, ControlSetting>> = {
  'seccomp-profile': byKey(`${context}.seccompProfile`, { type: 'RuntimeDefault' }),
  'seccomp-profile-type': byKey(`${context}.seccompProfile`, { type: 'RuntimeDefault' }),
  'run-as-non-root': byKey(`${context}.runAsNonRoot`, true),
  'non-root-user': byKey(`${context}.runAsNonRoot`, true),
  'app-armor-profile': byKey(`${context}.appArmorProfile`, { type: 'RuntimeDefault' }),
  'service-account-token': byKey('pod.automountServiceAccountToken', false),
  'default-service-account': {
    key: 'pod.env.DISABLE_PER_APP_SA',
    value: 'false',
    how: 'leave pod.env.DISABLE_PER_APP_SA away: each application then has an account of its own'
  },
  'cpu-request': bySize,
  'cpu-limit': bySize,
  'memory-request': bySize,
  'memory-limit': bySize,
  'plain-text-credential': {
    key: null,
    how: 'secure properties in Runtime Manager, propertiesFrom with a Secret in a MuleApplication'
  },
  'secret-in-environment': {
    key: null,
    how: 'secure properties in Runtime Manager, propertiesFrom with a Secret in a MuleApplication'
  }
}
