/** Something that Runtime Fabric sets itself: whatever a template says of it is ignored. */
export interface LockedField {
  /** The part of the application that it belongs to. */
  readonly of: 'deployment' | 'pod' | 'service' | 'container'
  /** As in the object that runs. */
  readonly path: string
  /** The first version whose page lists it. */
  readonly since: string
  readonly question?: string
}

function locked(of: LockedField['of'], since: string, paths: string): readonly LockedField[] {
  return paths
    .trim()
    .split(/\s+/)
    .map((path) => ({ of, path, since }))
}

/**
 * What a KubernetesTemplate cannot override (page: customize-kubernetes-crd). Which values Runtime Fabric gives these
 * fields is documented nowhere: only the running pod shows it.
 */
export const lockedFields: readonly LockedField[] = [
  ...locked(
    'container',
    '2.4',
    'securityContext.runAsUser securityContext.runAsGroup securityContext.allowPrivilegeEscalation securityContext.capabilities'
  ),
  ...locked('container', '2.5', 'securityContext.privileged securityContext.readOnlyRootFilesystem'),
  { of: 'container', path: 'resources.limits.ephemeral-storage', since: '2.4' },
  { of: 'pod', path: 'automountServiceAccountToken', since: '2.6', question: 'automount-token' },
  ...locked(
    'deployment',
    '2.4',
    `labels.environment labels.organization labels.type labels.rtf.mulesoft.com/id labels.rtf.mulesoft.com/version
    labels.rtf.mulesoft.com/agentNamespace annotations.rtfc.mulesoft.com/egress-ruleset
    annotations.rtf.mulesoft.com/desiredStatus annotations.rtf.mulesoft.com/replicas annotations.rtf.mulesoft.com/version`
  ),
  ...locked(
    'pod',
    '2.4',
    `annotations.fluentbit.io/exclude annotations.mulesoft.com/resources labels.app labels.environment labels.am-org-id
    labels.root-org-id labels.organization labels.type labels.name labels.rtf.mulesoft.com/id
    labels.rtf.mulesoft.com/generation labels.rtf.mulesoft.com/disableAmLogForwarding nodeSelector.kubernetes.io/os
    nodeSelector.kubernetes.io/arch nodeSelector.beta.kubernetes.io/os nodeSelector.beta.kubernetes.io/arch
    affinity.podAntiAffinity`
  ),
  ...locked(
    'service',
    '2.5',
    `labels.ingress.rtf.mulesoft.com/bind labels.rtf.mulesoft.com/id labels.rtf.mulesoft.com/version
    labels.rtf.mulesoft.com/agentNamespace annotations.rtf.mulesoft.com/merge-policy
    annotations.rtf.mulesoft.com/environment annotations.rtf.mulesoft.com/organization`
  )
]
