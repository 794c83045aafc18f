/** The group of Gatekeeper's constraints, of which every template makes a kind. */
export const constraintGroup = 'constraints.gatekeeper.sh'

/**
 * The constraints of Gatekeeper's library that secure pods, in place of PodSecurityPolicies.
 * @see https://open-policy-agent.github.io/gatekeeper-library/website/category/pod-security-policy
 */
export const podConstraintKinds: readonly string[] = [
  'K8sPSPAllowPrivilegeEscalationContainer',
  'K8sPSPAllowedUsers',
  'K8sPSPAppArmor',
  'K8sPSPCapabilities',
  'K8sPSPFSGroup',
  'K8sPSPFlexVolumes',
  'K8sPSPForbiddenSysctls',
  'K8sPSPHostFilesystem',
  'K8sPSPHostNamespace',
  'K8sPSPHostNetworkingPorts',
  'K8sPSPPrivilegedContainer',
  'K8sPSPProcMount',
  'K8sPSPReadOnlyRootFilesystem',
  'K8sPSPSELinuxV2',
  'K8sPSPSeccomp',
  'K8sPSPVolumeTypes'
]
