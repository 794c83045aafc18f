// Written by scripts/generate-controls.ts; do not edit.
import type { Control } from '../control.ts'
import { accountWithUserRole } from '../access/account-with-user-role.ts'
import { addedCapabilities } from '../pod/added-capabilities.ts'
import { administratorWithOtherRoles } from '../access/administrator-with-other-roles.ts'
import { admissionConfigurationAccess } from '../access/admission-configuration-access.ts'
import { allowPrivilegeEscalation } from '../pod/allow-privilege-escalation.ts'
import { anonymousBinding } from '../access/anonymous-binding.ts'
import { appArmorProfile } from '../pod/app-armor-profile.ts'
import { authenticatedGroupBinding } from '../access/authenticated-group-binding.ts'
import { authorizedNamespaces } from '../namespace/authorized-namespaces.ts'
import { capabilitiesBeyondNetBind } from '../pod/capabilities-beyond-net-bind.ts'
import { certificateApproval } from '../access/certificate-approval.ts'
import { cloudCredentialPath } from '../pod/cloud-credential-path.ts'
import { clusterAdminBinding } from '../access/cluster-admin-binding.ts'
import { clusterDeletion } from '../access/cluster-deletion.ts'
import { clusterPodCreation } from '../access/cluster-pod-creation.ts'
import { clusterSecretAccess } from '../access/cluster-secret-access.ts'
import { containerRuntimeSocket } from '../pod/container-runtime-socket.ts'
import { corednsConfigurationAccess } from '../access/coredns-configuration-access.ts'
import { cpuLimit } from '../pod/cpu-limit.ts'
import { cpuRequest } from '../pod/cpu-request.ts'
import { danglingBinding } from '../access/dangling-binding.ts'
import { defaultAccountBinding } from '../access/default-account-binding.ts'
import { defaultDenyEgress } from '../network/default-deny-egress.ts'
import { defaultDenyIngress } from '../network/default-deny-ingress.ts'
import { defaultNamespace } from '../namespace/default-namespace.ts'
import { defaultServiceAccount } from '../token/default-service-account.ts'
import { eventDeletion } from '../access/event-deletion.ts'
import { expiredException } from '../upgrade/expired-exception.ts'
import { exposedManagementInterface } from '../network/exposed-management-interface.ts'
import { externalIp } from '../network/external-ip.ts'
import { externalSecretStorage } from '../namespace/external-secret-storage.ts'
import { gatewayTls } from '../network/gateway-tls.ts'
import { hostIpc } from '../pod/host-ipc.ts'
import { hostNetwork } from '../pod/host-network.ts'
import { hostPathVolume } from '../pod/host-path-volume.ts'
import { hostPid } from '../pod/host-pid.ts'
import { hostPort } from '../pod/host-port.ts'
import { hostRootFileSystem } from '../pod/host-root-file-system.ts'
import { hostUserNamespace } from '../pod/host-user-namespace.ts'
import { imageProvenance } from '../image/image-provenance.ts'
import { imagePullPolicy } from '../image/image-pull-policy.ts'
import { imageTagLatest } from '../image/image-tag-latest.ts'
import { imageWithoutDigest } from '../image/image-without-digest.ts'
import { impersonation } from '../access/impersonation.ts'
import { ingressTls } from '../network/ingress-tls.ts'
import { limitRange } from '../namespace/limit-range.ts'
import { logAgent } from '../audit/log-agent.ts'
import { memoryLimit } from '../pod/memory-limit.ts'
import { memoryRequest } from '../pod/memory-request.ts'
import { meshMtls } from '../network/mesh-mtls.ts'
import { metadataService } from '../network/metadata-service.ts'
import { mixedSubjectsBinding } from '../access/mixed-subjects-binding.ts'
import { namespaceAdminBinding } from '../access/namespace-admin-binding.ts'
import { namespaceNetworkPolicy } from '../network/namespace-network-policy.ts'
import { namespacePodCreation } from '../access/namespace-pod-creation.ts'
import { namespaceSecretAccess } from '../access/namespace-secret-access.ts'
import { netRawCapability } from '../pod/net-raw-capability.ts'
import { networkPolicySupport } from '../network/network-policy-support.ts'
import { nodePort } from '../network/node-port.ts'
import { nodeProxyAccess } from '../access/node-proxy-access.ts'
import { nonDefaultProcMount } from '../pod/non-default-proc-mount.ts'
import { nonRootUser } from '../pod/non-root-user.ts'
import { openEgressRule } from '../network/open-egress-rule.ts'
import { openIngressRule } from '../network/open-ingress-rule.ts'
import { openLoadBalancer } from '../network/open-load-balancer.ts'
import { persistentVolumeCreation } from '../access/persistent-volume-creation.ts'
import { plainTextCredential } from '../pod/plain-text-credential.ts'
import { podExec } from '../access/pod-exec.ts'
import { podPortForward } from '../access/pod-port-forward.ts'
import { podSecurityEnforcement } from '../namespace/pod-security-enforcement.ts'
import { privilegedContainer } from '../pod/privileged-container.ts'
import { probeHost } from '../pod/probe-host.ts'
import { publicWebLoadBalancer } from '../network/public-web-load-balancer.ts'
import { resourceQuota } from '../namespace/resource-quota.ts'
import { restrictedVolumeType } from '../pod/restricted-volume-type.ts'
import { roleEscalation } from '../access/role-escalation.ts'
import { roleWildcard } from '../access/role-wildcard.ts'
import { rootFsGroup } from '../pod/root-fs-group.ts'
import { rootGroup } from '../pod/root-group.ts'
import { rootSupplementalGroup } from '../pod/root-supplemental-group.ts'
import { rootUser } from '../pod/root-user.ts'
import { runAsNonRoot } from '../pod/run-as-non-root.ts'
import { runtimeDetection } from '../audit/runtime-detection.ts'
import { sandboxedRuntime } from '../pod/sandboxed-runtime.ts'
import { seLinuxOptions } from '../pod/se-linux-options.ts'
import { seccompProfile } from '../pod/seccomp-profile.ts'
import { seccompProfileType } from '../pod/seccomp-profile-type.ts'
import { secretInEnvironment } from '../pod/secret-in-environment.ts'
import { secretInManifest } from '../namespace/secret-in-manifest.ts'
import { securityContext } from '../pod/security-context.ts'
import { sensitiveHostPath } from '../pod/sensitive-host-path.ts'
import { serviceAccountToken } from '../token/service-account-token.ts'
import { sharedRole } from '../access/shared-role.ts'
import { singleNamespaceCluster } from '../namespace/single-namespace-cluster.ts'
import { sshPort } from '../pod/ssh-port.ts'
import { systemMastersBinding } from '../access/system-masters-binding.ts'
import { systemNamespaceWorkload } from '../namespace/system-namespace-workload.ts'
import { tokenCreation } from '../access/token-creation.ts'
import { tokenSecretCreation } from '../access/token-secret-creation.ts'
import { undroppedCapabilities } from '../pod/undropped-capabilities.ts'
import { unmaskedProcMount } from '../pod/unmasked-proc-mount.ts'
import { unsafeSysctl } from '../pod/unsafe-sysctl.ts'
import { unselectedPod } from '../network/unselected-pod.ts'
import { untrustedRegistry } from '../image/untrusted-registry.ts'
import { unusedException } from '../upgrade/unused-exception.ts'
import { windowsHostProcess } from '../pod/windows-host-process.ts'
import { writableHostPath } from '../pod/writable-host-path.ts'
import { writableRootFileSystem } from '../pod/writable-root-file-system.ts'

export const controls: readonly Control[] = [
  accountWithUserRole,
  addedCapabilities,
  administratorWithOtherRoles,
  admissionConfigurationAccess,
  allowPrivilegeEscalation,
  anonymousBinding,
  appArmorProfile,
  authenticatedGroupBinding,
  authorizedNamespaces,
  capabilitiesBeyondNetBind,
  certificateApproval,
  cloudCredentialPath,
  clusterAdminBinding,
  clusterDeletion,
  clusterPodCreation,
  clusterSecretAccess,
  containerRuntimeSocket,
  corednsConfigurationAccess,
  cpuLimit,
  cpuRequest,
  danglingBinding,
  defaultAccountBinding,
  defaultDenyEgress,
  defaultDenyIngress,
  defaultNamespace,
  defaultServiceAccount,
  eventDeletion,
  expiredException,
  exposedManagementInterface,
  externalIp,
  externalSecretStorage,
  gatewayTls,
  hostIpc,
  hostNetwork,
  hostPathVolume,
  hostPid,
  hostPort,
  hostRootFileSystem,
  hostUserNamespace,
  imageProvenance,
  imagePullPolicy,
  imageTagLatest,
  imageWithoutDigest,
  impersonation,
  ingressTls,
  limitRange,
  logAgent,
  memoryLimit,
  memoryRequest,
  meshMtls,
  metadataService,
  mixedSubjectsBinding,
  namespaceAdminBinding,
  namespaceNetworkPolicy,
  namespacePodCreation,
  namespaceSecretAccess,
  netRawCapability,
  networkPolicySupport,
  nodePort,
  nodeProxyAccess,
  nonDefaultProcMount,
  nonRootUser,
  openEgressRule,
  openIngressRule,
  openLoadBalancer,
  persistentVolumeCreation,
  plainTextCredential,
  podExec,
  podPortForward,
  podSecurityEnforcement,
  privilegedContainer,
  probeHost,
  publicWebLoadBalancer,
  resourceQuota,
  restrictedVolumeType,
  roleEscalation,
  roleWildcard,
  rootFsGroup,
  rootGroup,
  rootSupplementalGroup,
  rootUser,
  runAsNonRoot,
  runtimeDetection,
  sandboxedRuntime,
  seLinuxOptions,
  seccompProfile,
  seccompProfileType,
  secretInEnvironment,
  secretInManifest,
  securityContext,
  sensitiveHostPath,
  serviceAccountToken,
  sharedRole,
  singleNamespaceCluster,
  sshPort,
  systemMastersBinding,
  systemNamespaceWorkload,
  tokenCreation,
  tokenSecretCreation,
  undroppedCapabilities,
  unmaskedProcMount,
  unsafeSysctl,
  unselectedPod,
  untrustedRegistry,
  unusedException,
  windowsHostProcess,
  writableHostPath,
  writableRootFileSystem
]
